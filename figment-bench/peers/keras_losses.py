"""Losses: the value, a mean over everything, and its gradient with respect to the inputs."""

import fixtures  # first: it sets TensorFlow up
import keras
import numpy as np
import tensorflow as tf

LOSSES = {
    "binaryCrossEntropy": keras.losses.BinaryCrossentropy(from_logits=True),
    "meanSquaredError": keras.losses.MeanSquaredError(),
}


def write_case(folder, name, kind, inputs, targets):
    x = tf.constant(inputs)
    with tf.GradientTape() as tape:
        tape.watch(x)
        value = LOSSES[kind](tf.constant(targets), x)
    tensors = {"inputs": inputs, "targets": targets, "value": value, "gradient": tape.gradient(value, x)}
    options = {"fromLogits": True} if kind == "binaryCrossEntropy" else {}
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
