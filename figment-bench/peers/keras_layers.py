"""Layers: what each makes of an input, and its gradients.

Every case is written down as the Figment recipe of the layer; from that the Keras layer is built. Weights are drawn at random, run through
Keras in its own layout, and written in torch's.
"""

from itertools import product

import fixtures  # first: it sets TensorFlow up
import keras
import numpy as np
import tensorflow as tf
from keras import layers

BATCH = 2


# From a recipe to the Keras layer.

def conv_arguments(options):
    return dict(filters=options["filters"], kernel_size=options["kernel"], strides=options["stride"], padding=options["padding"],
                activation=options["activation"], use_bias=options["bias"])


def pool_arguments(options):
    return dict(pool_size=options["pool"], strides=options["stride"], padding=options["padding"])


KERAS_LAYERS = {
    "dense": lambda o: layers.Dense(o["units"], activation=o["activation"]),
    "conv2d": lambda o: layers.Conv2D(**conv_arguments(o)),
    "conv2dTranspose": lambda o: layers.Conv2DTranspose(**conv_arguments(o)),
    "batchNormalization": lambda o: layers.BatchNormalization(momentum=o["momentum"], epsilon=o["epsilon"]),
    "relu": lambda o: layers.ReLU(),
    "leakyRelu": lambda o: layers.LeakyReLU(negative_slope=o["slope"]),
    "selu": lambda o: layers.Activation("selu"),
    "elu": lambda o: layers.ELU(alpha=o["alpha"]),
    "sigmoid": lambda o: layers.Activation("sigmoid"),
    "tanh": lambda o: layers.Activation("tanh"),
    "softmax": lambda o: layers.Softmax(),
    "softplus": lambda o: layers.Activation("softplus"),
    "flatten": lambda o: layers.Flatten(),
    "reshape": lambda o: layers.Reshape(o["shape"]),
    "maxPooling2d": lambda o: layers.MaxPooling2D(**pool_arguments(o)),
    "averagePooling2d": lambda o: layers.AveragePooling2D(**pool_arguments(o)),
    "upSampling2d": lambda o: layers.UpSampling2D(size=o["factor"], interpolation=o["interpolation"]),
    "lstm": lambda o: layers.LSTM(o["units"], return_sequences=o["sequences"]),
    "repeatVector": lambda o: layers.RepeatVector(o["times"]),
    "timeDistributed": lambda o: layers.TimeDistributed(keras_layer(o["layer"])),
    "embedding": lambda o: layers.Embedding(o["classes"], o["units"]),
    "dropout": lambda o: layers.Dropout(o["rate"]),
    "gaussianNoise": lambda o: layers.GaussianNoise(o["deviation"]),
    "activityRegularization": lambda o: layers.ActivityRegularization(l1=o["l1"], l2=o["l2"]),
}


def keras_layer(recipe):
    (kind, options), = recipe.items()
    return KERAS_LAYERS[kind](options)


# From Keras weights to torch's names and layouts.

CONV_WEIGHTS = {"kernel": ("weight", (3, 2, 0, 1)), "bias": ("bias", (0,))}
DENSE_WEIGHTS = {"kernel": ("weight", (1, 0)), "bias": ("bias", (0,))}
TORCH_WEIGHTS = {
    "dense": DENSE_WEIGHTS,
    "timeDistributed": DENSE_WEIGHTS,
    "conv2d": CONV_WEIGHTS,
    "conv2dTranspose": CONV_WEIGHTS,
    "batchNormalization": {
        "gamma": ("weight", (0,)), "beta": ("bias", (0,)),
        "moving_mean": ("running_mean", (0,)), "moving_variance": ("running_var", (0,)),
    },
    "lstm": {"kernel": ("weight_ih_l0", (1, 0)), "recurrent_kernel": ("weight_hh_l0", (1, 0)), "bias": ("bias_ih_l0", (0,))},
    "embedding": {"embeddings": ("weight", (0, 1))},
}


def in_torch_layout(kind, variable, value):
    """Torch's name for a Keras variable, and a value of that variable turned into torch's layout."""
    name, axes = TORCH_WEIGHTS[kind][variable.name]
    return name, np.transpose(np.asarray(value), axes)


def draw_weight(random, variable):
    """Nothing keeps its default: variances and scales are positive, everything else is on both sides of zero."""
    if variable.name in ("gamma", "moving_variance"):
        return random.uniform(0.5, 2.0, variable.shape).astype(np.float32)
    fan_in = np.prod(variable.shape[:-1]) if len(variable.shape) > 1 else 4
    return fixtures.normal(random, variable.shape, scale=1.0 / np.sqrt(fan_in))


# Running one case.

def record(layer, kind, values, training, random):
    """Calls the layer once and returns everything a test compares."""
    layer.build(values.shape)
    for variable in layer.weights:
        variable.assign(draw_weight(random, variable))
    tensors = {"input": values}
    tensors.update(in_torch_layout(kind, v, v) for v in layer.weights)

    x = tf.constant(values)
    trainable = layer.trainable_weights
    with tf.GradientTape() as tape:
        tape.watch(x)
        output = layer(x, training=training)
        if kind == "embedding":
            output = tf.reshape(output, (len(values), -1))
        cotangent = fixtures.normal(random, output.shape)
        objective = tf.reduce_sum(output * cotangent)
    sources = [v.value for v in trainable] + ([] if kind == "embedding" else [x])
    gradients = [tf.convert_to_tensor(g).numpy() for g in tape.gradient(objective, sources)]

    tensors["output"] = output
    tensors["output_gradient"] = cotangent
    for variable, gradient in zip(trainable, gradients):
        name, converted = in_torch_layout(kind, variable, gradient)
        tensors["gradient." + name] = converted
    if kind != "embedding":
        tensors["input_gradient"] = gradients[-1]
    if kind == "batchNormalization" and training:
        after = dict(in_torch_layout(kind, v, v) for v in layer.non_trainable_weights)
        tensors.update({name + ".after": value for name, value in after.items()})
    if kind == "activityRegularization":
        tensors["penalty"], = layer.losses
    return tensors


def write_case(folder, name, recipe, input_shape, mode="training", values=None, **notes):
    random = fixtures.random_stream(name)
    if values is None:
        values = fixtures.normal(random, (BATCH, *input_shape))
    kind, = recipe
    case = {"layer": recipe, "input": list(input_shape), "mode": mode, **notes}
    tensors = record(keras_layer(recipe), kind, values, mode == "training", random)
    fixtures.write(folder, name, case, tensors)


# The cases.

FUSED_ACTIVATIONS = ("linear", "relu", "selu", "elu", "sigmoid", "tanh", "softmax", "softplus")


def write_dense(folder):
    def write_one(inputs, units, activation):
        write_case(folder, f"dense-{inputs}to{units}-{activation}", {"dense": {"units": units, "activation": activation}}, [inputs])

    for activation in FUSED_ACTIVATIONS:
        write_one(6, 5, activation)
    for inputs, units in ((1, 3), (7, 1), (13, 11), (3, 17)):
        write_one(inputs, units, "linear")


# kernel, stride, padding, height, width, input channels, filters, activation, bias. First every combination of kernel, stride and padding
# with sizes and channels taken in turn, then what that leaves out.
SIZES = ((5, 5), (6, 6), (7, 7), (8, 8), (5, 8))
CHANNELS = ((2, 3), (1, 2), (3, 1), (2, 2), (1, 1), (3, 2), (2, 1))
PLAIN = ("linear", True)


def conv_cases():
    combinations = list(product((1, 2, 3, 4, 5, 7), (1, 2, 3), ("same", "valid")))
    for index, (kernel, stride, padding) in enumerate(combinations):
        sizes = [size for size in SIZES if padding == "same" or min(size) >= kernel]
        yield kernel, stride, padding, *sizes[index % len(sizes)], *CHANNELS[index % len(CHANNELS)], *PLAIN
    for kernel, padding, size in product((3, 5), ("same", "valid"), (5, 8)):
        yield kernel, 2, padding, size, size, 2, 1, *PLAIN
    yield 4, 2, "same", 7, 7, 1, 2, *PLAIN
    yield 4, 2, "same", 8, 8, 2, 1, *PLAIN
    yield 3, 2, "same", 5, 8, 2, 2, *PLAIN
    yield 5, 2, "valid", 8, 5, 2, 2, *PLAIN
    yield 3, 1, "same", 6, 6, 3, 2, "linear", False
    yield 5, 2, "same", 6, 6, 2, 3, "linear", False
    yield 5, 2, "same", 5, 5, 2, 2, "selu", True
    yield 3, 1, "valid", 6, 6, 2, 1, "tanh", True
    yield 4, 2, "same", 6, 6, 2, 1, "sigmoid", True


def write_convolutions(folder):
    for kind, case in product(("conv2d", "conv2dTranspose"), sorted(set(conv_cases()))):
        kernel, stride, padding, height, width, channels, filters, activation, bias = case
        name = f"{kind}-k{kernel}-s{stride}-{padding}-{height}x{width}-{channels}to{filters}"
        name += "" if activation == "linear" else f"-{activation}"
        name += "" if bias else "-nobias"
        options = {"filters": filters, "kernel": kernel, "stride": stride, "padding": padding, "activation": activation, "bias": bias}
        write_case(folder, name, {kind: options}, [height, width, channels])


def write_pooling(folder):
    sizes = ((5, 5), (6, 6), (7, 5), (5, 8))
    for kind in ("maxPooling2d", "averagePooling2d"):
        for index, (pool, stride, padding) in enumerate(product((2, 3), (1, 2, 3), ("same", "valid"))):
            height, width = sizes[index % len(sizes)]
            name = f"{kind}-p{pool}-s{stride}-{padding}-{height}x{width}"
            # Below zero for the most part: a border of zeros would win the maximum.
            values = fixtures.normal(fixtures.random_stream(name + "/input"), (BATCH, height, width, 2), shift=-1.0)
            write_case(folder, name, {kind: {"pool": pool, "stride": stride, "padding": padding}}, [height, width, 2], values=values)


def write_batch_normalization(folder):
    for (place, shape), momentum, mode in product(
            (("vector", (5,)), ("image", (4, 3, 3))), (0.99, 0.8), ("inference", "training")):
        name = f"batchNormalization-{place}-m{momentum}-{mode}"
        # Two examples would leave a vector's normalized values at plus or minus one; seven tell n from n-1 as well.
        values = fixtures.normal(fixtures.random_stream(name + "/input"), (7 if place == "vector" else BATCH, *shape), scale=1.5, shift=0.5)
        write_case(folder, name, {"batchNormalization": {"momentum": momentum, "epsilon": 0.001}}, shape, mode, values)
    # As many steps as features: only the numbers tell which of the two was normalized.
    write_case(folder, "batchNormalization-sequence-m0.8-training", {"batchNormalization": {"momentum": 0.8, "epsilon": 0.001}}, (4, 4))


def write_activations(folder):
    recipes = {
        "relu": {"relu": {}},
        "leakyRelu-0.3": {"leakyRelu": {"slope": 0.3}},
        "leakyRelu-0.2": {"leakyRelu": {"slope": 0.2}},
        "selu": {"selu": {}},
        "elu-1.0": {"elu": {"alpha": 1.0}},
        "elu-0.5": {"elu": {"alpha": 0.5}},
        "sigmoid": {"sigmoid": {}},
        "tanh": {"tanh": {}},
        "softmax": {"softmax": {}},
        "softplus": {"softplus": {}},
    }
    for (name, recipe), (place, shape) in product(recipes.items(), (("vector", (9,)), ("image", (3, 4, 2)))):
        values = fixtures.normal(fixtures.random_stream(f"{name}-{place}/input"), (BATCH, *shape), scale=2.5)
        write_case(folder, f"{name}-{place}", recipe, shape, values=values)


def write_shapes(folder):
    write_case(folder, "flatten-image", {"flatten": {}}, [3, 4, 2])
    write_case(folder, "flatten-sequence", {"flatten": {}}, [4, 3])
    write_case(folder, "flatten-vector", {"flatten": {}}, [5])
    write_case(folder, "reshape-vector-to-image", {"reshape": {"shape": [7, 7, 2]}}, [98])
    write_case(folder, "reshape-image-to-vector", {"reshape": {"shape": [24]}}, [3, 4, 2])
    write_case(folder, "reshape-image-to-image", {"reshape": {"shape": [4, 2, 3]}}, [3, 4, 2])
    write_case(folder, "reshape-image-to-sequence", {"reshape": {"shape": [3, 8]}}, [3, 4, 2])
    write_case(folder, "repeatVector", {"repeatVector": {"times": 3}}, [5])
    for factor, interpolation, shape in product((2, 3), ("nearest", "bilinear"), ((4, 4, 2), (3, 5, 1))):
        name = f"upSampling2d-{factor}-{interpolation}-{shape[0]}x{shape[1]}"
        write_case(folder, name, {"upSampling2d": {"factor": factor, "interpolation": interpolation}}, shape)


def write_sequences(folder):
    for sequences in (True, False):
        write_case(folder, f"lstm-{'sequences' if sequences else 'last'}", {"lstm": {"units": 4, "sequences": sequences}}, [5, 3])
    write_case(folder, "lstm-one-unit", {"lstm": {"units": 1, "sequences": True}}, [5, 3])
    for activation in ("sigmoid", "linear"):
        dense = {"dense": {"units": 4, "activation": activation}}
        write_case(folder, f"timeDistributed-{activation}", {"timeDistributed": {"layer": dense}}, [5, 3])


def write_embedding(folder):
    # One class twice: its gradients add up.
    ids = np.array([[7], [0], [7], [9]], dtype=np.float32)
    write_case(folder, "embedding", {"embedding": {"classes": 10, "units": 4}}, [1], values=ids)


PENALTY_CONVENTION = "(l1 * sum(|output|) + l2 * sum(output^2)) / examples, the sums over all values of the batch"


def write_noise_and_penalties(folder):
    for place, shape in (("vector", [6]), ("image", [3, 4, 2])):
        write_case(folder, f"dropout-{place}", {"dropout": {"rate": 0.4}}, shape, mode="inference")
        write_case(folder, f"gaussianNoise-{place}", {"gaussianNoise": {"deviation": 0.2}}, shape, mode="inference")
        for l1, l2 in ((0.01, 0.0), (0.0, 0.02), (0.01, 0.02)):
            write_case(folder, f"activityRegularization-{place}-{l1}-{l2}", {"activityRegularization": {"l1": l1, "l2": l2}}, shape,
                       penaltyConvention=PENALTY_CONVENTION)


def write_all(folder):
    keras.utils.set_random_seed(1)
    write_dense(folder)
    write_convolutions(folder)
    write_pooling(folder)
    write_batch_normalization(folder)
    write_activations(folder)
    write_shapes(folder)
    write_sequences(folder)
    write_embedding(folder)
    write_noise_and_penalties(folder)
