package io.github.mavenhardening.core.workflow.egress;

/**
 * Something in a job that makes it connect to machines.
 *
 * @param name the tool, the action or the command
 */
record Reason(Kind kind, String name) implements Comparable<Reason> {

    /** Kinds of reasons. */
    enum Kind {
        /** A tool that takes packages from a registry. */
        REGISTRY(0),
        /** An action of which it is not known what it connects to. */
        UNKNOWN_ACTION(0),
        COMMAND(1),
        ACTION(2);

        private final int rank;

        Kind(int rank) {
            this.rank = rank;
        }
    }

    /** How much it leaves open; less is more. */
    int rank() {
        return kind.rank;
    }

    @Override
    public int compareTo(Reason other) {
        int first = kind.compareTo(other.kind);
        return first != 0 ? first : name.compareTo(other.name);
    }
}
