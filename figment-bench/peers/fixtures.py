"""The layout of a fixture file, and the random stream each case draws from."""

import json
import os
import zlib

# Before TensorFlow is loaded: plain kernels, the same on every processor, and no start-up chatter.
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ["KERAS_BACKEND"] = "tensorflow"

import numpy as np
import tensorflow as tf
from safetensors.numpy import save

# One thread: sums are always taken in the same order.
tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)
tf.config.experimental.enable_op_determinism()


def random_stream(name):
    """A generator that depends on the case's name alone."""
    return np.random.default_rng(zlib.crc32(name.encode()))


def normal(random, shape, scale=1.0, shift=0.0):
    return (shift + scale * random.standard_normal(shape)).astype(np.float32)


def write(folder, name, case, tensors):
    """Writes one case to folder/name.safetensors."""
    folder.mkdir(parents=True, exist_ok=True)
    packed = {key: np.array(value, dtype=np.float32, order="C") for key, value in tensors.items()}
    for key, value in packed.items():
        if not np.isfinite(value).all():
            raise ValueError(f"{name}: {key} holds a value that is not finite")
    (folder / f"{name}.safetensors").write_bytes(save(packed, metadata={"case": json.dumps(case)}))
