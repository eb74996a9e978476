"""Sets of images into one array of bytes in memory, as users of the peers load them."""

import gzip
import io
import zipfile
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from recipe import Lacking

ZIPS = {"cifar-10": ("cifar-10-train.zip", 32), "flowers": ("flowers.zip", 64)}


def idx(folder):
    """The images of Fashion-MNIST, and its classes."""
    with gzip.open(folder / "fashion-mnist" / "train-images-idx3-ubyte.gz") as file:
        images = np.frombuffer(file.read(), np.uint8, offset=16).reshape(-1, 28, 28, 1)
    with gzip.open(folder / "fashion-mnist" / "train-labels-idx1-ubyte.gz") as file:
        np.frombuffer(file.read(), np.uint8, offset=8)
    return images


def entries(folder, name):
    """The bytes of each image in a zip of class folders."""
    file, _ = ZIPS[name]
    with zipfile.ZipFile(folder / name / file) as archive:
        for entry in sorted(archive.namelist()):
            if not entry.endswith("/"):
                yield archive.read(entry)


def pillow(name, threads):
    from PIL import Image

    side = ZIPS[name][1]

    def decoded(data):
        image = Image.open(io.BytesIO(data))
        if image.size != (side, side):
            image.draft("RGB", (side, side))  # decodes a photograph no larger than is needed
            image = image.convert("RGB").resize((side, side), Image.Resampling.BILINEAR)
        return np.asarray(image.convert("RGB"))

    def load(folder):
        with ThreadPoolExecutor(threads) as pool:
            return np.stack(list(pool.map(decoded, entries(folder, name))))

    return load


def tensorflow(name, threads):
    import tensorflow as tf

    side = ZIPS[name][1]

    def decoded(data):
        image = tf.io.decode_jpeg(data, channels=3)
        resized = tf.image.resize(image, (side, side))
        return tf.cast(tf.round(resized), tf.uint8)

    def load(folder):
        data = tf.data.Dataset.from_generator(lambda: entries(folder, name), output_signature=tf.TensorSpec((), tf.string))
        images = data.map(decoded, num_parallel_calls=threads).batch(500)
        return np.concatenate(list(images.as_numpy_iterator()))

    return load


def loader(peer, name, threads):
    """A function from the folder of all sets to the images (examples, height, width, channels)."""
    __import__({"torch": "torch", "keras": "tensorflow", "jax": "jax"}[peer])
    if name not in ZIPS:
        return idx
    if peer == "jax":
        raise Lacking("it has no decoder of images; its users take PyTorch's or TensorFlow's")
    return {"torch": pillow, "keras": tensorflow}[peer](name, threads)
