"""A training step of each kind of model, as its tutorials write it in PyTorch."""

import itertools
import math

import torch
import torch.nn.functional as F
from gan import PlainGan
from recipe import Lacking, interval, logits, penalties, require_plain_autoencoder, require_plain_vae, rule
from torch import nn
from torch_model import network, parameters, penalty


# Fused where PyTorch has it on a CPU, else for each kind of tensor at once.
OPTIMIZERS = {
    "adam": lambda ts, o: torch.optim.Adam(ts, o["learningRate"], (o["beta1"], o["beta2"]), o["epsilon"], fused=True),
    "rmsprop": lambda ts, o: torch.optim.RMSprop(ts, o["learningRate"], o["rho"], o["epsilon"], foreach=True),
    "sgd": lambda ts, o: torch.optim.SGD(ts, o["learningRate"], fused=True),
}


class Updates:
    """Minimizes a loss by an optimizer."""

    def __init__(self, optimizer, tensors):
        kind, options = rule(optimizer, OPTIMIZERS, "PyTorch")
        self.tensors, self.clip, decay = list(tensors), options["clipValue"], options["decay"]
        self.optimizer = OPTIMIZERS[kind](self.tensors, options)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, lambda step: 1 / (1 + decay * step)) if decay else None

    def minimize(self, loss):
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward(inputs=self.tensors)
        if self.clip is not None:
            nn.utils.clip_grad_value_(self.tensors, self.clip)
        self.optimizer.step()
        if self.schedule is not None:
            self.schedule.step()
        return loss.detach()


class Examples:
    """A set in memory, from which random batches are taken."""

    def __init__(self, work, channels_last):
        values, classes = work.examples()
        self.values, self.classes = torch.from_numpy(values), torch.from_numpy(classes)
        if len(work.shape) == 3 and not channels_last:
            self.values = self.values.permute(0, 3, 1, 2).contiguous()
        self.moves = len(work.shape) == 3 and channels_last
        self.batch = work.reals

    def next(self):
        chosen = torch.randint(len(self.values), (self.batch,))
        values = self.values[chosen]
        return values.permute(0, 3, 1, 2) if self.moves else values, self.classes[chosen]


class Autoencoder:
    def __init__(self, work, channels_last, compiled):
        require_plain_autoencoder(work.model, "PyTorch")
        self.encoder, coding = network(work.model["encoder"], work.shape, channels_last)
        self.decoder, _ = network(logits(work.model["decoder"]), coding, channels_last)
        work.check({"encoder": parameters(self.encoder), "decoder": parameters(self.decoder)})
        self.examples = Examples(work, channels_last)
        self.updates = Updates(work.model["optimizer"], itertools.chain(self.encoder.parameters(), self.decoder.parameters()))
        self.loss = compiled(self.loss)

    def loss(self, x):
        return F.binary_cross_entropy_with_logits(self.decoder(self.encoder(x)), x) + penalty(self.encoder, self.decoder)

    def step(self):
        return (self.updates.minimize(self.loss(self.examples.next()[0])),)


class MaskedLinear(nn.Linear):
    def __init__(self, mask):
        super().__init__(mask.shape[1], mask.shape[0])
        self.register_buffer("mask", mask)

    def forward(self, x):
        return F.linear(x, self.weight * self.mask, self.bias)


class Made(nn.Module):
    """A masked network of one hidden layer that a context reaches."""

    def __init__(self, latent, context, hidden):
        super().__init__()
        degree = torch.arange(hidden) % latent
        place = torch.arange(latent)
        self.input = MaskedLinear((place[None, :] <= degree[:, None]).float())
        self.context = nn.Linear(context, hidden, bias=False)
        self.output = MaskedLinear((degree[None, :] < place[:, None]).float().repeat(2, 1))

    def forward(self, z, context):
        return self.output(F.elu(self.input(z) + self.context(context))).chunk(2, dim=1)


class Vae:
    """Nats per image: the sum over pixels and latents, the mean over a batch."""

    def __init__(self, work, channels_last, compiled):
        model = work.model
        require_plain_vae(model, "PyTorch")
        self.latent, self.beta = model["latent"], model["beta"]
        flow = model["flow"] or {"steps": 0, "context": 0, "hidden": 0}
        self.encoder, (features,) = network(model["encoder"], work.shape, channels_last)
        self.sizes = [self.latent, self.latent, flow["context"]]
        self.head = nn.Linear(features, sum(self.sizes))
        self.flow = nn.ModuleList(Made(self.latent, flow["context"], flow["hidden"]) for _ in range(flow["steps"]))
        self.decoder, _ = network(logits(model["decoder"]), (self.latent,), channels_last)
        counted = {"encoder": parameters(self.encoder, self.head), "decoder": parameters(self.decoder)}
        work.check(counted | {f"flow{i + 1}": parameters(each) for i, each in enumerate(self.flow)})
        self.examples = Examples(work, channels_last)
        modules = (self.encoder, self.head, self.flow, self.decoder)
        self.updates = Updates(model["optimizer"], itertools.chain(*(m.parameters() for m in modules)))
        self.loss = compiled(self.loss)

    def loss(self, x):
        mean, log_variance, context = self.head(self.encoder(x)).split(self.sizes, dim=1)
        noise = torch.randn_like(mean)
        z = mean + (0.5 * log_variance).exp() * noise
        if not self.flow:
            divergence = -0.5 * (1 + log_variance - log_variance.exp() - mean.square()).sum(1)
        else:
            divergence, z = self.flowed(z, noise, log_variance, context)
        nats = F.binary_cross_entropy_with_logits(self.decoder(z), x, reduction="sum") / len(x)
        return nats + self.beta * divergence.mean()

    def flowed(self, z, noise, log_variance, context):
        log_density = -0.5 * (log_variance + noise.square()).sum(1)
        for i, made in enumerate(self.flow):
            ordered = z if i == 0 else z.flip(1)
            m, s = made(ordered, context)
            z = m + torch.sigmoid(s) * (ordered - m)
            log_density = log_density + F.softplus(-s).sum(1)
        return log_density + 0.5 * z.square().sum(1), z

    def step(self):
        return (self.updates.minimize(self.loss(self.examples.next()[0])),)


LOSSES = {
    "nonSaturating": (lambda r: F.softplus(-r).mean(), lambda f: F.softplus(f).mean(), lambda f: F.softplus(-f).mean()),
    "wasserstein": (lambda r: -r.mean(), lambda f: f.mean(), lambda f: -f.mean()),
    "hinge": (lambda r: F.relu(1 - r).mean(), lambda f: F.relu(1 + f).mean(), lambda f: -f.mean()),
}


class Average:
    """The moving average of a generator's weights."""

    def __init__(self, ema, modules, reals):
        self.ema, self.reals, self.shown = ema, reals, 0
        self.weights = [p.detach() for m in modules for p in m.parameters()]
        self.averaged = [w.clone() for w in self.weights]

    def follow(self):
        self.shown += self.reals
        half = 1000 * self.ema["halfLifeKimg"]
        if self.ema["rampUp"] > 0:
            half = min(half, self.ema["rampUp"] * self.shown)
        with torch.no_grad():
            torch._foreach_lerp_(self.averaged, self.weights, 1 - 0.5 ** (self.reals / half))


class Gan(PlainGan):
    """A generator and a discriminator of plain layers."""

    library = "PyTorch"

    def __init__(self, work, channels_last, compiled):
        self.model, self.work = work.model, work
        self.latent = self.model["latent"]
        self.labels = self.model["labels"]
        self.require_known()
        self.build(channels_last)
        self.examples = Examples(work, channels_last)
        rules = self.model["optimizer"]
        self.generator_updates = Updates(rules["generator"], parameters_of(self.generator_modules))
        self.discriminator_updates = Updates(rules["discriminator"], parameters_of(self.discriminator_modules))
        ema = self.model["ema"]
        images = work.reals * self.model["discriminatorSteps"]
        self.average = None if ema is None else Average(ema, self.generator_modules, images)
        self.compared = compiled(self.compared)
        self.generator_loss = compiled(self.generator_loss)
        self.generated = compiled(self.generated)

    def build(self, channels_last):
        height, width, channels = self.work.shape
        joined = self.labels is not None
        units = self.labels["units"] if joined else 0
        self.generator, _ = network(self.model["generator"], (self.latent + units,), channels_last)
        takes_logits = self.model["loss"] in ("binaryCrossEntropy", "nonSaturating")
        layers = logits(self.model["discriminator"]) if takes_logits else self.model["discriminator"]
        self.discriminator, _ = network(layers, (height, width, channels + joined), channels_last)
        self.generator_modules, self.discriminator_modules = [self.generator], [self.discriminator]
        counted = {"generator": parameters(self.generator), "discriminator": parameters(self.discriminator)}
        if joined:
            self.vector, self.plane = nn.Embedding(self.work.classes, units), nn.Embedding(self.work.classes, height * width)
            self.generator_modules.append(self.vector)
            self.discriminator_modules.append(self.plane)
            counted |= {"generatorLabel": parameters(self.vector), "discriminatorLabel": parameters(self.plane)}
        self.work.check(counted)

    def generated(self, z, classes):
        return self.generator(z if self.labels is None else torch.cat([z, self.vector(classes)], dim=1))

    def scores(self, x, classes):
        if self.labels is not None:
            x = torch.cat([x, self.plane(classes).reshape(-1, 1, *x.shape[2:])], dim=1)
        return self.discriminator(x)

    def targets(self, name, count):
        low, high = interval(self.model["targets"][name])
        return torch.full((count, 1), low) if low == high else torch.empty(count, 1).uniform_(low, high)

    def compared(self, real, fake, classes):
        """The loss of real and generated examples in one batch, or of those that are there."""
        parts = [part for part in (real, fake) if part is not None]
        names = [name for name, part in (("real", real), ("fake", fake)) if part is not None]
        scores = self.scores(torch.cat(parts) if len(parts) > 1 else parts[0], torch.cat([classes] * len(parts)))
        if self.model["loss"] == "binaryCrossEntropy":
            targets = torch.cat([self.targets(name, len(part)) for name, part in zip(names, parts)])
            return F.binary_cross_entropy_with_logits(scores, targets)
        of_real, of_fake, _ = LOSSES[self.model["loss"]]
        return sum(of(s) for of, s in zip((of_real, of_fake), scores.split(len(real))))

    def penalty(self, real, fake, classes):
        share = torch.rand(len(real), 1, 1, 1)
        points = torch.lerp(real, fake, share).requires_grad_()
        gradient, = torch.autograd.grad(self.scores(points, classes).sum(), points, create_graph=True)
        length = gradient.square().sum(dim=(1, 2, 3)).sqrt()
        return penalties(self.model)["gradientPenalty"]["weight"] * (length - 1).square().mean()

    def generator_loss(self, z, classes):
        scores = self.scores(self.generated(z, classes), classes)
        if self.model["loss"] == "binaryCrossEntropy":
            return F.binary_cross_entropy_with_logits(scores, self.targets("generator", len(scores)))
        return LOSSES[self.model["loss"]][2](scores)

    def step(self):
        classes, loss = self.discriminator_steps()
        z = torch.randn(self.work.batch, self.latent)
        asked = classes if len(classes) == len(z) else classes.repeat(math.ceil(len(z) / len(classes)))[: len(z)]
        of_generator = self.generator_updates.minimize(self.generator_loss(z, asked))
        if self.average is not None:
            self.average.follow()
        return loss, of_generator

    def fakes(self, classes):
        with torch.no_grad():
            return self.generated(torch.randn(len(classes), self.latent), classes)

    def discriminate(self, real, fake, classes):
        loss = self.compared(real, fake, classes)
        return self.discriminator_updates.minimize(loss + self.penalty(real, fake, classes) if penalties(self.model) else loss)


def parameters_of(modules):
    return itertools.chain(*(m.parameters() for m in modules))


KINDS = {"autoencoder": Autoencoder, "vae": Vae, "gan": Gan}


def training(work, variant, threads):
    """A step of the work, which gives its losses, to be called again and again."""
    import torch_growing  # which needs what is above

    kinds = KINDS | torch_growing.KINDS
    torch.set_num_threads(threads)
    if work.kind not in kinds:
        raise Lacking(f"{work.kind} is not written for PyTorch")
    channels_last = variant in ("channels-last", "compile")
    compiled = torch.compile if variant == "compile" else lambda function: function
    return kinds[work.kind](work, channels_last, compiled).step


def sampling(work, variant, threads):
    """So many images as bytes, channels last, of a network as it is in use."""
    torch.set_num_threads(threads)
    channels_last = variant in ("channels-last", "compile")
    generator, latent = generating(work, channels_last)
    generator.eval()
    if variant == "compile":
        generator = torch.compile(generator)

    @torch.inference_mode()
    def sample(count):
        images = generator(torch.randn(count, latent))
        if work.data_range == "minusOneToOne":
            images = images.add_(1).mul_(0.5)
        return images.mul_(255).round_().clamp_(0, 255).to(torch.uint8).permute(0, 2, 3, 1).numpy()

    return sample


def generating(work, channels_last):
    layers = {"gan": "generator", "vae": "decoder"}
    if work.kind not in layers or work.model.get("labels") is not None:
        raise Lacking(f"sampling of {work.kind} is not written for PyTorch")
    name, latent = layers[work.kind], work.model["latent"]
    module, _ = network(work.model[name], (latent,), channels_last)
    if parameters(module) != work.parameters[name]:
        raise ValueError(f"expected {work.parameters[name]} trainable parameters, got {parameters(module)}")
    return module, latent
