package dev.figment.bench.fuzz;

import dev.figment.tensor.RandomStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A file format as it is fuzzed.
 *
 * @param name as {@code --format} has it
 * @param ending of its files: some are told apart by their name
 * @param seeds whole files, small
 * @param damage a file damaged somewhere, given another seed to take parts of
 * @param reader what reads such a file
 * @param refusal the exception that says that a file is not trusted
 */
record Format(
    String name,
    String ending,
    List<byte[]> seeds,
    Damage damage,
    Reader reader,
    Class<? extends Exception> refusal) {
  /** How a file is changed. */
  interface Damage {
    byte[] to(byte[] whole, byte[] other, RandomStream random);

    /** The same, after which lengths or checksums are put right. */
    default Damage then(UnaryOperator<byte[]> repair) {
      return (whole, other, random) -> repair.apply(to(whole, other, random));
    }
  }

  /** Reads a file, as whoever opens one does. */
  interface Reader {
    void read(Path file) throws Exception;
  }

  /** The bytes of a case: the same at each call. */
  byte[] bytes(long seed, long number) {
    RandomStream random = RandomStream.named("fuzz/" + name + "/" + number, seed);
    byte[] whole = seeds.get(random.nextInt(seeds.size()));
    byte[] other = seeds.get(random.nextInt(seeds.size()));
    return damage.to(whole, other, random);
  }
}
