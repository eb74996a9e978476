"""Optimizers: two variables, ten steps, a different gradient in each."""

import fixtures  # first: it sets TensorFlow up
import keras

STEPS = 10
SHAPES = ((4, 3), (3,))
# The size of the gradients, step by step: some pass both clips untouched, most do not.
GRADIENT_SCALES = (1.0, 0.05, 3.0, 0.3, 0.1, 2.0, 0.02, 1.0, 10.0, 0.5)

KERAS_NAMES = {
    "learningRate": "learning_rate", "momentum": "momentum", "nesterov": "nesterov", "rho": "rho", "beta1": "beta_1", "beta2": "beta_2",
    "epsilon": "epsilon", "clipValue": "clipvalue", "clipNorm": "clipnorm",
}
KERAS_OPTIMIZERS = {
    "sgd": keras.optimizers.SGD, "momentum": keras.optimizers.SGD, "rmsprop": keras.optimizers.RMSprop, "adam": keras.optimizers.Adam,
}

# name, kind, options
OPTIMIZERS = (
    ("sgd", "sgd", {"learningRate": 0.1}),
    ("momentum", "momentum", {"learningRate": 0.1, "momentum": 0.9, "nesterov": False}),
    ("nesterov", "momentum", {"learningRate": 0.1, "momentum": 0.9, "nesterov": True}),
    ("rmsprop-defaults", "rmsprop", {}),
    ("rmsprop", "rmsprop", {"learningRate": 8e-4, "rho": 0.9, "epsilon": 1e-7}),
    ("adam-defaults", "adam", {}),
    ("adam", "adam", {"learningRate": 2e-4, "beta1": 0.5}),
)
VARIATIONS = (("", {}), ("-clipValue", {"clipValue": 0.5}), ("-clipNorm", {"clipNorm": 0.7}), ("-decay", {"decay": 0.1}))


def keras_optimizer(kind, options):
    options = dict(options)
    decay = options.pop("decay", None)
    optimizer = KERAS_OPTIMIZERS[kind](**{KERAS_NAMES[key]: value for key, value in options.items()})
    if decay is not None:
        optimizer.learning_rate = keras.optimizers.schedules.InverseTimeDecay(
            float(optimizer.get_config()["learning_rate"]), decay_steps=1, decay_rate=decay)
    return optimizer


def draw_gradient(random, step, shape):
    gradient = fixtures.normal(random, shape, scale=GRADIENT_SCALES[step])
    # The last column stays tiny throughout, so that the place of epsilon shows.
    gradient[..., -1] = fixtures.normal(random, shape[:-1], scale=1e-4)
    return gradient


def write_case(folder, name, kind, options):
    random = fixtures.random_stream(name)
    variables = [keras.Variable(fixtures.normal(random, shape)) for shape in SHAPES]
    tensors = {f"initial.{k}": variable.numpy() for k, variable in enumerate(variables)}
    optimizer = keras_optimizer(kind, options)
    for step in range(STEPS):
        gradients = [draw_gradient(random, step, shape) for shape in SHAPES]
        optimizer.apply([keras.ops.convert_to_tensor(gradient) for gradient in gradients], variables)
        for k, (gradient, variable) in enumerate(zip(gradients, variables)):
            tensors[f"gradient.{step}.{k}"] = gradient
            tensors[f"values.{step}.{k}"] = variable.numpy()
    fixtures.write(folder, name, {"optimizer": {kind: options}}, tensors)


def write_all(folder):
    for name, kind, options in OPTIMIZERS:
        for suffix, more in VARIATIONS:
            write_case(folder, name + suffix, kind, {**options, **more})
