package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.posture.LicenseFiles;

/** Six for a licence file, three for its place, one where its text is a licence that FSF or OSI approve. */
final class LicenseScore {

    private static final String NAME = "License";

    private LicenseScore() {}

    static Score of(RepositoryView view) {
        LicenseFiles files = LicenseFiles.find(view.repository());
        if (files.paths().isEmpty()) {
            return Score.of(NAME, false, "no licence file");
        }
        boolean known = !files.identifiers().isEmpty();
        return Score.of(
                NAME,
                known ? 10 : 9,
                files.paths().get(0)
                        + (known ? " with an approved licence" : ", whose text is not a well-known licence"));
    }
}
