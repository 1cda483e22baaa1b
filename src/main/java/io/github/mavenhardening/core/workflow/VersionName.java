package io.github.mavenhardening.core.workflow;

/** Names of versions as tags have them and comments write them: {@code v4.2.1}, {@code 4.2}, {@code setup/v1.0}. */
public final class VersionName {

    private VersionName() {}

    /** Whether two name the same, with the letter before it or without, of whatever part of a repository. */
    public static boolean isSame(String one, String other) {
        return bare(one).equals(bare(other));
    }

    /** Whether a tag is a version that a text names, wholly or from its beginning: {@code v4.2.1} is of {@code 4.2}. */
    public static boolean isOf(String tag, String text) {
        return isSame(tag, text) || bare(tag).startsWith(bare(text) + ".");
    }

    /** A version without the letter before it, and a tag without the name of the part of a repository that it is about. */
    public static String bare(String tag) {
        String last = tag.substring(Math.max(tag.lastIndexOf('/'), tag.lastIndexOf('@')) + 1);
        return last.startsWith("v") ? last.substring(1) : last;
    }
}
