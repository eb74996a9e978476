package dev.figment.broken.nn;

import dev.figment.broken.tensor.LeansUpwards;
import org.bytedeco.javacpp.Pointer;

/** Closes the cycle, and knows the engine. */
public class Below {
  Pointer handle;

  void speak() {
    LeansUpwards.speak(this);
  }
}
