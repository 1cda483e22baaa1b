package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.text.Misspelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Names that others are compared with for a misspelling: only those of about the same length can be meant. */
final class NamesByLength {

    /** The short names that one letter apart are as often two things as a misspelling: asm, junit, okio, guice. */
    private static final int SHORTEST = 7;

    private final List<List<String>> byLength = new ArrayList<>();

    /** Adds names; those too short to be compared are left out. */
    void addAll(Collection<String> names) {
        for (String name : names) {
            while (byLength.size() <= name.length()) {
                byLength.add(new ArrayList<>());
            }
            if (name.length() >= SHORTEST) {
                byLength.get(name.length()).add(name);
            }
        }
    }

    /** Those that are one letter away from a name. */
    List<String> oneSlipFrom(String name) {
        List<String> alike = new ArrayList<>();
        int longest = Math.min(name.length() + 1, byLength.size() - 1);
        for (int length = Math.max(0, name.length() - 1); length <= longest; length++) {
            for (String each : byLength.get(length)) {
                if (Misspelling.isOneSlipOfLetters(name, each)) {
                    alike.add(each);
                }
            }
        }
        return alike;
    }
}
