package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line {@code Signed-off-by: name <email>} anywhere in a commit's message, not only in its last paragraph. As the DCO app
 * has it the name is one of author and committer, and so is the email address, in any case.
 *
 * @see <a href="https://developercertificate.org/">Developer Certificate of Origin</a>
 * @see <a href="https://github.com/dcoapp/app">The DCO app</a>
 */
public record SignOff(String name, String email) {

    private static final String KEY = "Signed-off-by: ";

    /** The sign-offs of a message, in the order of the text. */
    public static List<SignOff> of(String message) {
        List<SignOff> found = new ArrayList<>();
        for (String line : AppText.lines(message)) {
            if (AppText.startsWith(line, KEY)) {
                person(AppText.stripEnd(line.substring(KEY.length()))).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    /** Reads {@code name <email>}: the email address begins at the last {@code <} after a space. */
    static Optional<SignOff> person(String text) {
        int open = text.lastIndexOf(" <");
        return open < 0 || !text.endsWith(">") || open + 2 > text.length() - 1
                ? Optional.empty()
                : Optional.of(new SignOff(text.substring(0, open), text.substring(open + 2, text.length() - 1)));
    }

    /** Whether it is that of who wrote the commit or made it. */
    public boolean fits(Commit commit) {
        return (AppText.same(name, commit.author().name())
                        || AppText.same(name, commit.committer().name()))
                && (AppText.same(email, commit.author().email())
                        || AppText.same(email, commit.committer().email()));
    }

    /** Whether it names that person. */
    boolean isOf(Commit.Person person) {
        return AppText.same(name, person.name()) && AppText.same(email, person.email());
    }

    @Override
    public String toString() {
        return name + " <" + email + ">";
    }
}
