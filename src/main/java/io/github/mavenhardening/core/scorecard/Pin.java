package io.github.mavenhardening.core.scorecard;

/**
 * Something that fetches.
 *
 * @param pinned whether it fetches what is fixed
 */
record Pin(Kind kind, boolean pinned) {

    /** What can be pinned, as Scorecard tells it apart. */
    enum Kind {
        GITHUB_ACTION("actions of GitHub's own", 2),
        THIRD_PARTY_ACTION("actions of others", 8),
        CONTAINER_IMAGE("images in Dockerfiles", 10),
        DOWNLOAD_THEN_RUN("downloads that are run", 10),
        GO("go commands", 10),
        CHOCO("choco commands", 10),
        NPM("npm commands", 10),
        PIP("pip commands", 10),
        NUGET("nuget commands", 10);

        private static final int FULL = 10;

        private final String words;
        private final int weight;

        Kind(String words, int weight) {
            this.words = words;
            this.weight = weight;
        }

        String words() {
            return words;
        }

        /** Its weight; actions of one kind alone have a full one. */
        int weight(boolean bothKindsOfActions) {
            return bothKindsOfActions ? weight : FULL;
        }
    }
}
