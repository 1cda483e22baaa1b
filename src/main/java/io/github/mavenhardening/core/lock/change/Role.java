package io.github.mavenhardening.core.lock.change;

/** What lets an artifact run, or decide, while the build runs. */
public enum Role {
    /** A Maven plugin, by its own descriptor or by a POM of the checkout. */
    PLUGIN("plugin"),
    /** A build extension or a core extension. */
    EXTENSION("extension"),
    /** An annotation processor, which the compiler runs. */
    PROCESSOR("annotation processor"),
    /** A parent of a POM of the checkout, from which it inherits what it does. */
    PARENT("parent POM");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** For people and programs. */
    public String label() {
        return label;
    }
}
