"""Losses: the value, a mean over everything, and its gradient with respect to the inputs."""

import fixtures  # first: it sets TensorFlow up
import keras
import numpy as np
import tensorflow as tf

LOSSES = {
    "binaryCrossEntropy": keras.losses.BinaryCrossentropy(from_logits=True),
    "categoricalCrossEntropy": keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    "meanSquaredError": keras.losses.MeanSquaredError(),
}
FROM_LOGITS = ("binaryCrossEntropy", "categoricalCrossEntropy")


def write_case(folder, name, kind, inputs, targets):
    x = tf.constant(inputs)
    with tf.GradientTape() as tape:
        tape.watch(x)
        value = LOSSES[kind](tf.constant(targets), x)
    tensors = {"inputs": inputs, "targets": targets, "value": value, "gradient": tape.gradient(value, x)}
    options = {"fromLogits": True} if kind in FROM_LOGITS else {}
    fixtures.write(folder, name, {"loss": {kind: options}}, tensors)


def write_all(folder):
    for place, shape in (("scores", (8, 1)), ("vector", (3, 7)), ("image", (2, 4, 3, 2))):
        name = f"binaryCrossEntropy-{place}"
        random = fixtures.random_stream(name)
        labels = random.integers(0, 2, shape).astype(np.float32)
        write_case(folder, name, "binaryCrossEntropy", fixtures.normal(random, shape, scale=2.0), labels)

        name = f"binaryCrossEntropy-soft-{place}"
        random = fixtures.random_stream(name)
        between = random.uniform(0.0, 1.0, shape).astype(np.float32)
        write_case(folder, name, "binaryCrossEntropy", fixtures.normal(random, shape, scale=2.0), between)

        name = f"meanSquaredError-{place}"
        random = fixtures.random_stream(name)
        write_case(folder, name, "meanSquaredError", fixtures.normal(random, shape), fixtures.normal(random, shape))

    # Where a plain log(sigmoid(x)) overflows or loses everything.
    extremes = np.array([[-100.0], [-30.0], [-10.0], [0.0], [0.0], [10.0], [30.0], [100.0]], dtype=np.float32)
    wrong = np.array([[1], [1], [0], [0], [1], [1], [0], [0]], dtype=np.float32)
    write_case(folder, "binaryCrossEntropy-extremes", "binaryCrossEntropy", extremes, wrong)

    for classes in (2, 10):
        name = f"categoricalCrossEntropy-{classes}-classes"
        random = fixtures.random_stream(name)
        numbers = random.integers(0, classes, 12).astype(np.float32)
        write_case(folder, name, "categoricalCrossEntropy", fixtures.normal(random, (12, classes), scale=3.0), numbers)

    # Where a plain log(softmax(x)) overflows or loses everything: sure and right, sure and wrong, undecided.
    sure = np.array([[1000, 0, -1000], [1000, 0, -1000], [-90, 90, 0], [-90, 90, 0], [0, 0, 0]], dtype=np.float32)
    numbers = np.array([0, 2, 1, 0, 1], dtype=np.float32)
    write_case(folder, "categoricalCrossEntropy-extremes", "categoricalCrossEntropy", sure, numbers)
