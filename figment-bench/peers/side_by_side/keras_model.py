"""Keras layers of a recipe's layers."""

import keras
from keras import layers
from recipe import Lacking, word


def convolution(o):
    return dict(filters=o["filters"], kernel_size=o["kernel"], strides=o["stride"], padding=o["padding"], activation=o["activation"],
                use_bias=o["bias"])


class Sparsity(layers.Layer):
    """Penalizes units that are not active so often, by the divergence of each."""

    def __init__(self, target, kl):
        super().__init__()
        self.target, self.kl = target, kl

    def call(self, x):
        activity = keras.ops.clip(keras.ops.mean(x, axis=0), 1e-7, 1 - 1e-7)
        divergence = self.target * keras.ops.log(self.target / activity)
        divergence += (1 - self.target) * keras.ops.log((1 - self.target) / (1 - activity))
        self.add_loss(self.kl * keras.ops.sum(divergence) / keras.ops.shape(x)[0])
        return x


LAYERS = {
    "dense": lambda o: layers.Dense(o["units"], activation=o["activation"], use_bias=o["bias"]),
    "conv2d": lambda o: layers.Conv2D(**convolution(o)),
    "conv2dTranspose": lambda o: layers.Conv2DTranspose(**convolution(o)),
    "batchNormalization": lambda o: layers.BatchNormalization(momentum=o["momentum"], epsilon=o["epsilon"]),
    "spectralNormalization": lambda o: layers.SpectralNormalization(layer(o["layer"])),
    "maxPooling2d": lambda o: layers.MaxPooling2D(o["pool"], o["stride"], padding=o["padding"]),
    "leakyRelu": lambda o: layers.LeakyReLU(negative_slope=o["slope"]),
    "dropout": lambda o: layers.Dropout(o["rate"]),
    "gaussianNoise": lambda o: layers.GaussianNoise(o["deviation"]),
    "activityRegularization": lambda o: layers.ActivityRegularization(o["l1"], o["l2"]),
    "sparsity": lambda o: Sparsity(o["target"], o["kl"]),
    "flatten": lambda o: layers.Flatten(),
    "reshape": lambda o: layers.Reshape(o["shape"]),
    "lstm": lambda o: layers.LSTM(o["units"], return_sequences=o["sequences"]),
    "repeatVector": lambda o: layers.RepeatVector(o["times"]),
    "timeDistributed": lambda o: layers.TimeDistributed(layer(o["layer"])),
}


def layer(entry):
    kind, options = word(entry)
    if kind not in LAYERS:
        raise Lacking(f"the layer {kind} is not written for Keras")
    return LAYERS[kind](options)


def network(entries, shape):
    return keras.Sequential([keras.Input(tuple(shape)), *(layer(each) for each in entries)])


def parameters(*networks):
    return sum(int(v.value.shape.num_elements()) for n in networks for v in n.trainable_variables)
