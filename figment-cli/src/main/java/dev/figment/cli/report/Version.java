package dev.figment.cli.report;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: of Figment, of Java, of the system. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "figment " + figment(),
      "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")",
      system()
    };
  }

  /** From the jar's manifest; class folders have none. */
  public static String figment() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "from class files" : version;
  }

  public static String system() {
    return System.getProperty("os.name")
        + " "
        + System.getProperty("os.version")
        + " "
        + System.getProperty("os.arch");
  }
}
