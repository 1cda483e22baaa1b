package io.github.mavenhardening.maven.inventory;

/** How far an enumeration of a build's artifacts may reach. */
public enum Reach {
    /** Only what is on this disk. */
    DISK,
    /** What is missing is downloaded, unless Maven runs offline. */
    DOWNLOAD;

    /** Set in the configuration of a replay's session, so that a repository listener can tell it from the build. */
    public static final String MARKER = "io.github.mavenhardening.replay";
}
