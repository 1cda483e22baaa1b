package io.github.mavenhardening.core.scorecard;

import java.util.List;

/**
 * Six for a licence file, three for its place, one where its name or its text is that of a licence that FSF or OSI approve.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/evaluation/license.go">Scorecard: License</a>
 */
final class LicenseScore {

    private static final String NAME = "License";

    private LicenseScore() {}

    static Score of(RepositoryView view) {
        List<String> files = view.pathsNear("", "LICENSE", "LICENSES", "licenses", "COPYING", "COPYRIGHT")
                .filter(path -> LicenseName.of(path).isPresent())
                .sorted()
                .toList();
        if (files.isEmpty()) {
            return Score.of(NAME, false, "no licence file");
        }
        boolean known = files.stream().anyMatch(path -> isApproved(view, path));
        return Score.of(
                NAME,
                known ? 10 : 9,
                files.get(0) + (known ? " with an approved licence" : ", whose text is not a well-known licence"));
    }

    private static boolean isApproved(RepositoryView view, String path) {
        return LicenseName.of(path).filter(LicenseName::isApproved).isPresent()
                || view.textOf(path)
                        .filter(file -> LicenseText.isApproved(file.text()))
                        .isPresent();
    }
}
