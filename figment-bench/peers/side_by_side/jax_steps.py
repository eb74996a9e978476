"""A training step of dense models in JAX: a pure function of all weights, compiled as a whole."""

import math
from functools import partial

import jax
import jax.numpy as jnp
import optax
from recipe import Lacking, interval, logits, penalties, require_plain_autoencoder, require_plain_vae, rule, word

ACTIVATIONS = {"linear": lambda x: x, "relu": jax.nn.relu, "selu": jax.nn.selu, "elu": jax.nn.elu, "sigmoid": jax.nn.sigmoid, "tanh": jnp.tanh}
OPTIMIZERS = {
    "adam": lambda rate, o: optax.adam(rate, o["beta1"], o["beta2"], o["epsilon"]),
    "rmsprop": lambda rate, o: optax.rmsprop(rate, o["rho"], o["epsilon"]),
    "sgd": lambda rate, o: optax.sgd(rate),
}
LAYERS = {"dense", "batchNormalization", "leakyRelu", "dropout", "gaussianNoise", "flatten", "reshape"}


def optimizer(entry):
    kind, options = rule(entry, OPTIMIZERS, "JAX")
    rate, decay = options["learningRate"], options["decay"]
    made = OPTIMIZERS[kind]((lambda step: rate / (1 + decay * step)) if decay else rate, options)
    return made if options["clipValue"] is None else optax.chain(optax.clip(options["clipValue"]), made)


def cross_entropy(outputs, targets):
    return optax.sigmoid_binary_cross_entropy(outputs, targets).mean()


class Network:
    """Layers as a function of their weights. Running statistics are the second list of weights."""

    def __init__(self, layers, shape):
        self.layers = [word(each) for each in layers]
        unknown = {kind for kind, _ in self.layers} - LAYERS
        if unknown:
            raise Lacking(f"only networks of dense layers are written for JAX, not {', '.join(sorted(unknown))}")
        self.inputs = shape
        self.output = shape

    def init(self, key):
        weights, statistics, shape = [], [], self.inputs
        for kind, o in self.layers:
            if kind == "dense":
                key, own = jax.random.split(key)
                kernel = jax.nn.initializers.glorot_uniform()(own, (shape[-1], o["units"]))
                weights.append((kernel, jnp.zeros(o["units"])))
                shape = (o["units"],)
            elif kind == "batchNormalization":
                weights.append((jnp.ones(shape), jnp.zeros(shape)))
                statistics.append((jnp.zeros(shape), jnp.ones(shape)))
            elif kind in ("flatten", "reshape"):
                shape = (math.prod(shape),) if kind == "flatten" else tuple(o["shape"])
        self.output = shape
        return weights, statistics

    def __call__(self, weights, statistics, x, key):
        weights, statistics, moved = iter(weights), iter(statistics), []
        for kind, o in self.layers:
            if kind == "dense":
                kernel, bias = next(weights)
                x = ACTIVATIONS[o["activation"]](x @ kernel + bias)
            elif kind == "batchNormalization":
                x, own = normalized(x, next(weights), next(statistics), o)
                moved.append(own)
            elif kind == "leakyRelu":
                x = jax.nn.leaky_relu(x, o["slope"])
            elif kind == "dropout":
                key, own = jax.random.split(key)
                x = jnp.where(jax.random.bernoulli(own, 1 - o["rate"], x.shape), x / (1 - o["rate"]), 0)
            elif kind == "gaussianNoise":
                key, own = jax.random.split(key)
                x = x + o["deviation"] * jax.random.normal(own, x.shape)
            else:
                x = x.reshape(len(x), -1) if kind == "flatten" else x.reshape(len(x), *o["shape"])
        return x, moved


def normalized(x, weights, statistics, options):
    mean, variance = x.mean(0), x.var(0)
    share = 1 - options["momentum"]
    moved = jax.lax.stop_gradient(tuple(old + share * (new - old) for old, new in zip(statistics, (mean, variance))))
    scale = weights[0] * jax.lax.rsqrt(variance + options["epsilon"])
    return (x - mean) * scale + weights[1], moved


def count(weights):
    return sum(leaf.size for leaf in jax.tree.leaves(weights))


def updated(optimizer, gradients, state, weights):
    changes, state = optimizer.update(gradients, state, weights)
    return optax.apply_updates(weights, changes), state


class Autoencoder:
    def __init__(self, work):
        require_plain_autoencoder(work.model, "JAX")
        self.encoder = Network(work.model["encoder"], work.shape)
        encoder, _ = self.encoder.init(jax.random.key(1))
        self.decoder = Network(logits(work.model["decoder"]), self.encoder.output)
        decoder, _ = self.decoder.init(jax.random.key(2))
        work.check({"encoder": count(encoder), "decoder": count(decoder)})
        self.rule = optimizer(work.model["optimizer"])
        weights = (encoder, decoder)
        self.state = weights, self.rule.init(weights)

    def loss(self, weights, x, key):
        coding, _ = self.encoder(weights[0], [], x, key)
        return cross_entropy(self.decoder(weights[1], [], coding, key)[0], x)

    def step(self, state, x, key):
        weights, memory = state
        loss, gradients = jax.value_and_grad(self.loss)(weights, x, key)
        return updated(self.rule, gradients, memory, weights), (loss,)


class Vae:
    """Nats per image: the sum over pixels and latents, the mean over a batch."""

    def __init__(self, work):
        model = work.model
        require_plain_vae(model, "JAX")
        flow = model["flow"] or {"steps": 0, "context": 0, "hidden": 0}
        latent, self.context, hidden, self.beta = model["latent"], flow["context"], flow["hidden"], model["beta"]
        self.latent = latent
        head = {"dense": {"units": 2 * latent + self.context, "activation": "linear", "bias": True}}
        self.encoder = Network([*model["encoder"], head], work.shape)
        self.decoder = Network(logits(model["decoder"]), (latent,))
        encoder, _ = self.encoder.init(jax.random.key(1))
        decoder, _ = self.decoder.init(jax.random.key(2))
        flows = [made(jax.random.key(3 + i), latent, self.context, hidden) for i in range(flow["steps"])]
        degree, place = jnp.arange(hidden) % latent, jnp.arange(latent)
        self.input_mask = (place[:, None] <= degree[None, :]).astype(jnp.float32)
        self.output_mask = jnp.tile((degree[:, None] < place[None, :]).astype(jnp.float32), (1, 2))
        work.check({"encoder": count(encoder), "decoder": count(decoder)} | {f"flow{i + 1}": count(each) for i, each in enumerate(flows)})
        self.rule = optimizer(model["optimizer"])
        weights = (encoder, flows, decoder)
        self.state = weights, self.rule.init(weights)

    def loss(self, weights, x, key):
        encoder, flows, decoder = weights
        key, drawn = jax.random.split(key)
        told, _ = self.encoder(encoder, [], x, key)
        mean, log_variance, context = jnp.split(told, (self.latent, 2 * self.latent), axis=1)
        noise = jax.random.normal(drawn, mean.shape)
        z = mean + jnp.exp(0.5 * log_variance) * noise
        if not flows:
            divergence = -0.5 * (1 + log_variance - jnp.exp(log_variance) - jnp.square(mean)).sum(1)
        else:
            divergence, z = self.flowed(flows, z, noise, log_variance, context)
        outputs, _ = self.decoder(decoder, [], z, key)
        return optax.sigmoid_binary_cross_entropy(outputs, x).sum() / len(x) + self.beta * divergence.mean()

    def flowed(self, flows, z, noise, log_variance, context):
        log_density = -0.5 * (log_variance + jnp.square(noise)).sum(1)
        for i, (first, bias, told, second, last) in enumerate(flows):
            ordered = z if i == 0 else z[:, ::-1]
            units = jax.nn.elu(ordered @ (first * self.input_mask) + bias + context @ told)
            m, s = jnp.split(units @ (second * self.output_mask) + last, 2, axis=1)
            z = m + jax.nn.sigmoid(s) * (ordered - m)
            log_density += jax.nn.softplus(-s).sum(1)
        return log_density + 0.5 * jnp.square(z).sum(1), z

    step = Autoencoder.step


def made(key, latent, context, hidden):
    """The weights of a masked network of one hidden layer that a context reaches."""
    first, told, second = jax.random.split(key, 3)
    draw = jax.nn.initializers.glorot_uniform()
    return [draw(first, (latent, hidden)), jnp.zeros(hidden), draw(told, (context, hidden)), draw(second, (hidden, 2 * latent)), jnp.zeros(2 * latent)]


class Gan:
    """A generator and a discriminator of dense layers."""

    def __init__(self, work):
        self.model, self.work, self.latent = work.model, work, work.model["latent"]
        self.generator = Network(self.model["generator"], (self.latent,))
        self.discriminator = Network(logits(self.model["discriminator"]), work.shape)
        for key in ("labels", "ema", "weightClip", "featureMatching", "historicalAveraging", "instanceNoise", "augment"):
            if self.model[key] is not None:
                raise Lacking(f"{key} is not written for JAX")
        if penalties(self.model) or self.model["loss"] not in ("binaryCrossEntropy", "nonSaturating") or self.model["updates"] != "mixed":
            raise Lacking("only mixed updates by cross-entropy, without penalties, are written for JAX")
        if self.model["discriminatorSteps"] != 1:
            raise Lacking("one update of the discriminator in a step is written for JAX")
        generator, statistics = self.generator.init(jax.random.key(1))
        discriminator, _ = self.discriminator.init(jax.random.key(2))
        work.check({"generator": count(generator), "discriminator": count(discriminator)})
        self.rules = [optimizer(self.model["optimizer"][name]) for name in ("generator", "discriminator")]
        memories = [rule.init(weights) for rule, weights in zip(self.rules, (generator, discriminator))]
        self.state = (generator, statistics, discriminator), memories

    def targets(self, name, count, key):
        low, high = interval(self.model["targets"][name]) if self.model["loss"] == "binaryCrossEntropy" else (float(name != "fake"),) * 2
        return jnp.full((count, 1), low) if low == high else jax.random.uniform(key, (count, 1), minval=low, maxval=high)

    def discriminator_loss(self, weights, x, key):
        first, second, third = jax.random.split(key, 3)
        half = len(x) // 2
        targets = jnp.concatenate([self.targets("real", half, first), self.targets("fake", half, second)])
        parts = 2 if self.model["loss"] == "nonSaturating" else 1  # the sum of two means, or the mean of all
        return parts * cross_entropy(self.discriminator(weights, [], x, third)[0], targets)

    def generator_loss(self, weights, statistics, discriminator, z, key):
        first, second, third = jax.random.split(key, 3)
        fakes, moved = self.generator(weights, statistics, z, first)
        scores, _ = self.discriminator(discriminator, [], fakes, second)
        return cross_entropy(scores, self.targets("generator", len(z), third)), moved

    def step(self, state, x, key):
        (generator, statistics, discriminator), memories = state
        keys = jax.random.split(key, 5)
        fakes, statistics = self.generator(generator, statistics, jax.random.normal(keys[0], (len(x), self.latent)), keys[1])
        both = jnp.concatenate([x, fakes])
        of_discriminator, gradients = jax.value_and_grad(self.discriminator_loss)(discriminator, both, keys[2])
        discriminator, second = updated(self.rules[1], gradients, memories[1], discriminator)
        z = jax.random.normal(keys[3], (self.work.batch, self.latent))
        both_of = jax.value_and_grad(self.generator_loss, has_aux=True)
        (of_generator, statistics), gradients = both_of(generator, statistics, discriminator, z, keys[4])
        generator, first = updated(self.rules[0], gradients, memories[0], generator)
        return ((generator, statistics, discriminator), [first, second]), (of_discriminator, of_generator)


KINDS = {"autoencoder": Autoencoder, "vae": Vae, "gan": Gan}


def training(work, variant, threads):
    """A step of the work, which gives its losses, to be called again and again. XLA takes as many threads as it sees cores."""
    if work.kind not in KINDS:
        raise Lacking(f"{work.kind} is not written for JAX")
    model = KINDS[work.kind](work)
    values = jnp.asarray(work.examples()[0])

    @partial(jax.jit, donate_argnums=(0, 1))
    def compiled(state, key, values):
        key, chosen, own = jax.random.split(key, 3)
        rows = jax.random.randint(chosen, (work.reals,), 0, len(values))
        state, losses = model.step(state, values[rows], own)
        return state, key, losses

    held = [model.state, jax.random.key(0)]

    def step():
        held[0], held[1], losses = compiled(*held, values)
        jax.block_until_ready(held)
        return losses

    return step


def sampling(work, variant, threads):
    """So many images as bytes, channels last, of a network as it is in use."""
    names = {"gan": "generator", "vae": "decoder"}
    if work.kind not in names or work.model.get("labels") is not None:
        raise Lacking(f"sampling of {work.kind} is not written for JAX")
    name, latent = names[work.kind], work.model["latent"]
    generator = Network(work.model[name], (latent,))
    weights, statistics = generator.init(jax.random.key(1))
    if statistics:
        raise Lacking("sampling of batch normalization is not written for JAX")
    if count(weights) != work.parameters[name]:
        raise ValueError(f"expected {work.parameters[name]} trainable parameters, got {count(weights)}")

    @partial(jax.jit, static_argnums=2)
    def compiled(weights, key, images):
        key, drawn = jax.random.split(key)
        made, _ = generator(weights, [], jax.random.normal(drawn, (images, latent)), key)
        made = (made + 1) / 2 if work.data_range == "minusOneToOne" else made
        return jnp.clip(jnp.round(made * 255), 0, 255).astype(jnp.uint8), key

    held = [jax.random.key(0)]

    def sample(images):
        made, held[0] = compiled(weights, held[0], images)
        return made

    return sample
