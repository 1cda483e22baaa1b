package io.github.mavenhardening.hostile;

/** What Jazzer calls, in a JVM of its own. Which reader it calls is the system property {@value #READER}. */
public final class Fuzz {

    static final String READER = "hardening.fuzz.reader";

    private static final HostileReader CHOSEN = HostileReader.valueOf(System.getProperty(READER));

    private Fuzz() {}

    /** Called with one input after another, each made of earlier ones that led to code not seen before. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        CHOSEN.read(input);
    }
}
