"""A Figment recipe with every default written out, as `Recipe.toYaml` gives it."""

from dataclasses import dataclass

import numpy as np
import yaml


class Lacking(Exception):
    """A peer has no counterpart of a work; the message says of what."""


def word(entry):
    """The one key of a mapping, and what is under it; a plain word has nothing under it."""
    if isinstance(entry, str):
        return entry, {}
    (kind, options), = entry.items()
    return kind, options or {}


@dataclass(frozen=True)
class Work:
    """What is trained, on examples of which form."""

    kind: str
    model: dict
    batch: int
    reals: int
    shape: tuple
    classes: int
    parameters: dict
    data_range: str

    @staticmethod
    def read(path, reals, shape, classes, parameters):
        with open(path, encoding="utf-8") as file:
            recipe = yaml.safe_load(file)
        kind, model = word(recipe["model"])
        return Work(kind, model, recipe["train"]["batch"], reals, tuple(shape), classes, parameters, recipe["data"]["range"])

    def examples(self, batches=10):
        """Noise of the data's form, channels last, and classes in turn."""
        count = batches * self.reals
        values = np.random.default_rng(1).random((count, *self.shape), dtype=np.float32)
        if self.data_range == "minusOneToOne":
            values = 2 * values - 1
        return values, np.arange(count) % max(1, self.classes)

    def check(self, counted):
        """Refuses networks that have not as many parameters as Figment's."""
        if counted != self.parameters:
            raise ValueError(f"expected the trainable parameters {self.parameters}, got {counted}")


def logits(layers):
    """The layers without the sigmoid that ends them, which only a reshape may follow: losses take logits."""
    changed = list(layers)
    last = len(changed) - 1
    while last > 0 and word(changed[last])[0] in ("reshape", "flatten"):
        last -= 1
    changed[last] = without_sigmoid(changed[last])
    return [layer for layer in changed if layer is not None]


def without_sigmoid(layer):
    kind, options = word(layer)
    if kind == "sigmoid":
        return None
    if "layer" in options:
        return {kind: {**options, "layer": without_sigmoid(options["layer"])}}
    if options.get("activation") == "sigmoid":
        return {kind: {**options, "activation": "linear"}}
    return layer


def rule(optimizer, known, library):
    """The kind of an optimizer, and its options."""
    kind, options = word(optimizer)
    if kind not in known:
        raise Lacking(f"the optimizer {kind} is not written for {library}")
    if options["clipNorm"] is not None:
        raise Lacking(f"clipNorm is not written for {library}")
    return kind, options


def require_plain_autoencoder(model, library):
    if model["loss"] != "binaryCrossEntropy" or model["layerwise"] is not None:
        raise Lacking(f"only autoencoders with cross-entropy, trained as a whole, are written for {library}")


def require_plain_vae(model, library):
    if model["labelUnits"] is not None or model["importanceSamples"] != 1 or model["likelihood"] != "bernoulli":
        raise Lacking(f"only Bernoulli autoencoders without classes, with one sample, are written for {library}")


def interval(target):
    """The lowest and the highest value of a target."""
    return tuple(target) if isinstance(target, list) else (target, target)


def penalties(model):
    return dict(word(each) for each in model.get("penalties") or [])
