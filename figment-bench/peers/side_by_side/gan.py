"""What the step of a GAN of plain layers is in every library that runs it one operation after the other."""

from recipe import Lacking, penalties


class PlainGan:
    """A library's own has model, labels and examples, fakes(classes), and discriminate(real, fake, classes), which gives the loss."""

    library = ""

    def require_known(self):
        if self.model["loss"] not in ("binaryCrossEntropy", "nonSaturating", "wasserstein", "hinge"):
            raise Lacking(f"the loss {self.model['loss']} is not written for {self.library}")
        if len(self.work.shape) != 3:
            raise Lacking(f"GANs of examples that are no images are not written for {self.library}")
        for key in ("weightClip", "featureMatching", "historicalAveraging", "instanceNoise", "augment"):
            if self.model[key] is not None:
                raise Lacking(f"{key} is not written for {self.library}")
        if self.labels is not None and self.labels["mode"] != "joined":
            raise Lacking(f"labels: {self.labels['mode']} is not written for {self.library}")
        if not set(penalties(self.model)) <= {"gradientPenalty"}:
            raise Lacking(f"penalties {penalties(self.model)} are not written for {self.library}")
        if penalties(self.model) and self.model["updates"] != "mixed":
            raise Lacking(f"penalties in separate updates are not written for {self.library}")

    def discriminator_steps(self):
        """The classes of the last batch, and the loss on it."""
        for _ in range(self.model["discriminatorSteps"]):
            real, classes = self.examples.next()
            if self.model["updates"] == "mixed":
                loss = self.discriminate(real, self.fakes(classes), classes)
            else:
                loss = self.discriminate(real, None, classes) + self.discriminate(None, self.fakes(classes), classes)
        return classes, loss
