"""A training step of each kind of model in Keras on TensorFlow: the whole step is one graph, as in Keras's guides."""

import math

import keras
import tensorflow as tf
from gan import PlainGan
from keras import layers
from keras_model import network, parameters
from recipe import Lacking, interval, logits, penalties, require_plain_autoencoder, require_plain_vae, rule

OPTIMIZERS = {
    "adam": lambda rate, o: keras.optimizers.Adam(rate, o["beta1"], o["beta2"], o["epsilon"], clipvalue=o["clipValue"]),
    "rmsprop": lambda rate, o: keras.optimizers.RMSprop(rate, rho=o["rho"], epsilon=o["epsilon"], clipvalue=o["clipValue"]),
    "sgd": lambda rate, o: keras.optimizers.SGD(rate, clipvalue=o["clipValue"]),
}


def cross_entropy(targets, outputs):
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(targets, outputs))


class Updates:
    """Minimizes a loss over variables by an optimizer."""

    def __init__(self, optimizer, *networks):
        kind, options = rule(optimizer, OPTIMIZERS, "Keras")
        rate, decay = options["learningRate"], options["decay"]
        self.variables = [v for n in networks for v in n.trainable_variables]
        self.optimizer = OPTIMIZERS[kind](keras.optimizers.schedules.InverseTimeDecay(rate, 1, decay) if decay else rate, options)
        self.optimizer.build(self.variables)

    def minimize(self, loss, *arguments):
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            for variable in self.variables:
                tape.watch(variable.value)
            value = loss(*arguments)
        gradients = tape.gradient(value, [v.value for v in self.variables])
        self.optimizer.apply(gradients, self.variables)
        return value


class Examples:
    """A set in memory, from which random batches are taken."""

    def __init__(self, work):
        values, classes = work.examples()
        self.values, self.classes = tf.constant(values), tf.constant(classes)
        self.count, self.batch = len(values), work.reals

    def next(self):
        chosen = tf.random.uniform((self.batch,), maxval=self.count, dtype=tf.int32)
        return tf.gather(self.values, chosen), tf.gather(self.classes, chosen)


class Autoencoder:
    def __init__(self, work):
        require_plain_autoencoder(work.model, "Keras")
        self.encoder = network(work.model["encoder"], work.shape)
        self.decoder = network(logits(work.model["decoder"]), self.encoder.output_shape[1:])
        work.check({"encoder": parameters(self.encoder), "decoder": parameters(self.decoder)})
        self.examples = Examples(work)
        self.updates = Updates(work.model["optimizer"], self.encoder, self.decoder)

    def loss(self, x):
        coding = self.encoder(x, training=True)
        return cross_entropy(x, self.decoder(coding, training=True)) + sum(self.encoder.losses + self.decoder.losses)

    def step(self):
        return (self.updates.minimize(self.loss, self.examples.next()[0]),)


class Made(keras.Model):
    """A masked network of one hidden layer that a context reaches."""

    def __init__(self, latent, context, hidden):
        super().__init__()
        degree, place = tf.range(hidden) % latent, tf.range(latent)
        self.input_mask = tf.cast(place[:, None] <= degree[None, :], tf.float32)
        self.output_mask = tf.tile(tf.cast(degree[:, None] < place[None, :], tf.float32), (1, 2))
        self.first = self.add_weight(shape=(latent, hidden))
        self.bias = self.add_weight(shape=(hidden,), initializer="zeros")
        self.told = self.add_weight(shape=(context, hidden))
        self.second = self.add_weight(shape=(hidden, 2 * latent))
        self.last = self.add_weight(shape=(2 * latent,), initializer="zeros")

    def call(self, z, context):
        units = z @ (self.first * self.input_mask) + self.bias + context @ self.told
        return tf.split(tf.nn.elu(units) @ (self.second * self.output_mask) + self.last, 2, axis=1)


class Vae:
    """Nats per image: the sum over pixels and latents, the mean over a batch."""

    def __init__(self, work):
        model = work.model
        require_plain_vae(model, "Keras")
        self.beta = model["beta"]
        flow = model["flow"] or {"steps": 0, "context": 0, "hidden": 0}
        self.sizes = [model["latent"], model["latent"], flow["context"]]
        self.encoder = network([*model["encoder"], {"dense": {"units": sum(self.sizes), "activation": None, "bias": True}}], work.shape)
        self.flow = [Made(model["latent"], flow["context"], flow["hidden"]) for _ in range(flow["steps"])]
        self.decoder = network(logits(model["decoder"]), (model["latent"],))
        counted = {"encoder": parameters(self.encoder), "decoder": parameters(self.decoder)}
        work.check(counted | {f"flow{i + 1}": parameters(each) for i, each in enumerate(self.flow)})
        self.examples = Examples(work)
        self.updates = Updates(model["optimizer"], self.encoder, *self.flow, self.decoder)

    def loss(self, x):
        mean, log_variance, context = tf.split(self.encoder(x, training=True), self.sizes, axis=1)
        noise = tf.random.normal(tf.shape(mean))
        z = mean + tf.exp(0.5 * log_variance) * noise
        if not self.flow:
            divergence = -0.5 * tf.reduce_sum(1 + log_variance - tf.exp(log_variance) - tf.square(mean), axis=1)
        else:
            divergence, z = self.flowed(z, noise, log_variance, context)
        pixels = tf.nn.sigmoid_cross_entropy_with_logits(x, self.decoder(z, training=True))
        return tf.reduce_sum(pixels) / len(x) + self.beta * tf.reduce_mean(divergence)

    def flowed(self, z, noise, log_variance, context):
        log_density = -0.5 * tf.reduce_sum(log_variance + tf.square(noise), axis=1)
        for i, made in enumerate(self.flow):
            ordered = z if i == 0 else tf.reverse(z, [1])
            m, s = made(ordered, context)
            z = m + tf.sigmoid(s) * (ordered - m)
            log_density += tf.reduce_sum(tf.math.softplus(-s), axis=1)
        return log_density + 0.5 * tf.reduce_sum(tf.square(z), axis=1), z

    def step(self):
        return (self.updates.minimize(self.loss, self.examples.next()[0]),)


mean, softplus, relu = tf.reduce_mean, tf.math.softplus, tf.nn.relu
LOSSES = {
    "nonSaturating": (lambda r: mean(softplus(-r)), lambda f: mean(softplus(f)), lambda f: mean(softplus(-f))),
    "wasserstein": (lambda r: -mean(r), lambda f: mean(f), lambda f: -mean(f)),
    "hinge": (lambda r: mean(relu(1 - r)), lambda f: mean(relu(1 + f)), lambda f: -mean(f)),
}


class Average:
    """The moving average of a generator's weights."""

    def __init__(self, ema, networks, reals):
        self.ema, self.reals = ema, reals
        self.shown = tf.Variable(0.0)
        self.weights = [v for n in networks for v in n.trainable_variables]
        self.averaged = [tf.Variable(v.value) for v in self.weights]

    def follow(self):
        half = 1000 * self.ema["halfLifeKimg"]
        self.shown.assign_add(self.reals)
        if self.ema["rampUp"] > 0:
            half = tf.minimum(half, self.ema["rampUp"] * self.shown)
        share = 1 - 0.5 ** (self.reals / half)
        for average, weight in zip(self.averaged, self.weights):
            average.assign_add(share * (weight.value - average))


class Gan(PlainGan):
    """A generator and a discriminator of plain layers."""

    library = "Keras"

    def __init__(self, work):
        self.model, self.work = work.model, work
        self.latent, self.labels = self.model["latent"], self.model["labels"]
        self.require_known()
        self.build()
        self.examples = Examples(work)
        rules = self.model["optimizer"]
        self.generator_updates = Updates(rules["generator"], *self.generator_networks)
        self.discriminator_updates = Updates(rules["discriminator"], *self.discriminator_networks)
        ema = self.model["ema"]
        images = work.reals * self.model["discriminatorSteps"]
        self.average = None if ema is None else Average(ema, self.generator_networks, images)

    def build(self):
        height, width, channels = self.work.shape
        joined = self.labels is not None
        units = self.labels["units"] if joined else 0
        self.generator = network(self.model["generator"], (self.latent + units,))
        takes_logits = self.model["loss"] in ("binaryCrossEntropy", "nonSaturating")
        layers_ = logits(self.model["discriminator"]) if takes_logits else self.model["discriminator"]
        self.discriminator = network(layers_, (height, width, channels + joined))
        self.generator_networks, self.discriminator_networks = [self.generator], [self.discriminator]
        counted = {"generator": parameters(self.generator), "discriminator": parameters(self.discriminator)}
        if joined:
            self.vector = layers.Embedding(self.work.classes, units)
            self.plane = layers.Embedding(self.work.classes, height * width)
            self.vector.build(), self.plane.build()
            self.generator_networks.append(self.vector)
            self.discriminator_networks.append(self.plane)
            counted |= {"generatorLabel": parameters(self.vector), "discriminatorLabel": parameters(self.plane)}
        self.work.check(counted)

    def generated(self, z, classes):
        joined = z if self.labels is None else tf.concat([z, self.vector(classes)], axis=1)
        return self.generator(joined, training=True)

    def scores(self, x, classes):
        if self.labels is not None:
            x = tf.concat([x, tf.reshape(self.plane(classes), (-1, *x.shape[1:3], 1))], axis=3)
        return self.discriminator(x, training=True)

    def targets(self, name, count):
        low, high = interval(self.model["targets"][name])
        return tf.fill((count, 1), low) if low == high else tf.random.uniform((count, 1), low, high)

    def discriminator_loss(self, real, fake, classes):
        """Of real and generated examples in one batch, or of those that are there."""
        parts = [part for part in (real, fake) if part is not None]
        names = [name for name, part in (("real", real), ("fake", fake)) if part is not None]
        scores = self.scores(tf.concat(parts, axis=0), tf.concat([classes] * len(parts), axis=0))
        if self.model["loss"] == "binaryCrossEntropy":
            targets = tf.concat([self.targets(name, len(part)) for name, part in zip(names, parts)], axis=0)
            return cross_entropy(targets, scores)
        of_real, of_fake, _ = LOSSES[self.model["loss"]]
        loss = of_real(scores[: len(real)]) + of_fake(scores[len(real):])
        return loss + self.penalty(real, fake, classes) if penalties(self.model) else loss

    def penalty(self, real, fake, classes):
        points = real + tf.random.uniform((len(real), 1, 1, 1)) * (fake - real)
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(points)
            scores = self.scores(points, classes)
        length = tf.sqrt(tf.reduce_sum(tf.square(tape.gradient(scores, points)), axis=(1, 2, 3)))
        return penalties(self.model)["gradientPenalty"]["weight"] * mean(tf.square(length - 1))

    def generator_loss(self, z, classes):
        scores = self.scores(self.generated(z, classes), classes)
        if self.model["loss"] == "binaryCrossEntropy":
            return cross_entropy(self.targets("generator", len(z)), scores)
        return LOSSES[self.model["loss"]][2](scores)

    def step(self):
        classes, of_discriminator = self.discriminator_steps()
        asked = tf.tile(classes, (math.ceil(self.work.batch / self.work.reals),))[: self.work.batch]
        loss = self.generator_updates.minimize(self.generator_loss, tf.random.normal((self.work.batch, self.latent)), asked)
        if self.average is not None:
            self.average.follow()
        return of_discriminator, loss

    def fakes(self, classes):
        return self.generated(tf.random.normal((self.work.reals, self.latent)), classes)

    def discriminate(self, real, fake, classes):
        return self.discriminator_updates.minimize(self.discriminator_loss, real, fake, classes)


KINDS = {"autoencoder": Autoencoder, "vae": Vae, "gan": Gan}


def training(work, variant, threads):
    """A step of the work, which gives its losses, to be called again and again."""
    tf.config.threading.set_intra_op_parallelism_threads(threads)
    tf.config.threading.set_inter_op_parallelism_threads(threads)
    if work.kind not in KINDS:
        raise Lacking(f"{work.kind} is not written for Keras")
    return tf.function(KINDS[work.kind](work).step, jit_compile=variant == "xla")


def sampling(work, variant, threads):
    """So many images as bytes, channels last, of a network as it is in use."""
    tf.config.threading.set_intra_op_parallelism_threads(threads)
    tf.config.threading.set_inter_op_parallelism_threads(threads)
    names = {"gan": "generator", "vae": "decoder"}
    if work.kind not in names or work.model.get("labels") is not None:
        raise Lacking(f"sampling of {work.kind} is not written for Keras")
    name, latent = names[work.kind], work.model["latent"]
    generator = network(work.model[name], (latent,))
    if parameters(generator) != work.parameters[name]:
        raise ValueError(f"expected {work.parameters[name]} trainable parameters, got {parameters(generator)}")

    @tf.function(jit_compile=variant == "xla")
    def sample(count):
        images = generator(tf.random.normal((count, latent)), training=False)
        if work.data_range == "minusOneToOne":
            images = (images + 1) / 2
        return tf.cast(tf.clip_by_value(tf.round(images * 255), 0, 255), tf.uint8)

    return lambda count: sample(count).numpy()
