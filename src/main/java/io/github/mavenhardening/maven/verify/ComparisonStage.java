package io.github.mavenhardening.maven.verify;

import org.eclipse.aether.RepositorySystemSession;

/** The stage of a session at which files were compared with the lock; each includes the ones before. */
public enum ComparisonStage {
    /** When the goal ran, after what it compared had been used. */
    GOAL(
            "files were compared with the lock when this goal ran; declare the plugin with <extensions>true</extensions> to"
                    + " have them compared before they are used"),
    /** Before the first goal as well, as far as files were on the disk by then. */
    FIRST_GOAL(
            "files on this machine were compared with the lock before the first goal ran; those that came or may have"
                    + " changed since were compared when this goal ran"),
    /** Each file when Maven asked for it, before it loaded anything of it. */
    LOADING("each file was compared with the lock before Maven loaded anything of it; those that may have"
            + " changed since were compared when this goal ran");

    /** Holds a name of this type in the session's data: the extension and a goal may live in different realms. */
    private static final String KEY = "io.github.mavenhardening.layer";

    private final String note;

    ComparisonStage(String note) {
        this.note = note;
    }

    /** The note about it for the log. */
    public String note() {
        return note;
    }

    /** Notes that a session has come that far. */
    static void reached(ComparisonStage layer, RepositorySystemSession session) {
        if (of(session).compareTo(layer) < 0) {
            session.getData().set(KEY, layer.name());
        }
    }

    /** How far the session has come. */
    static ComparisonStage of(RepositorySystemSession session) {
        return session.getData().get(KEY) instanceof String name ? valueOf(name) : GOAL;
    }
}
