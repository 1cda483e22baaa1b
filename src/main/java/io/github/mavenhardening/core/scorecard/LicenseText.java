package io.github.mavenhardening.core.scorecard;

import java.util.List;
import java.util.Locale;

/** The texts of well-known licences that FSF or OSI approve. */
final class LicenseText {

    /** A title stands within so many characters. */
    private static final int HEAD = 1_500;

    /** In lower case with single spaces, without commas. */
    private static final List<String> TITLES = List.of(
            "apache license version 2.0",
            "gnu affero general public license version 3",
            "gnu lesser general public license version 3",
            "gnu lesser general public license version 2.1",
            "gnu library general public license version 2",
            "gnu general public license version 3",
            "gnu general public license version 2",
            "mozilla public license version 2.0",
            "mozilla public license version 1.1",
            "eclipse public license - v 2.0",
            "eclipse public license - v 1.0",
            "european union public licence v. 1.2",
            "european union public licence v. 1.1",
            "cc0 1.0 universal",
            "attribution 4.0 international",
            "attribution-sharealike 4.0 international",
            "boost software license - version 1.0",
            "the artistic license 2.0",
            "open software license v. 3.0",
            "microsoft public license (ms-pl)",
            "common development and distribution license (cddl) version 1.0",
            "the universal permissive license (upl)",
            "sil open font license version 1.1",
            "do what the fuck you want to public license");

    /** Sentences of texts without a title. */
    private static final List<String> SENTENCES = List.of(
            "permission is hereby granted free of charge to any person obtaining a copy of this software and associated"
                    + " documentation files",
            "redistribution and use in source and binary forms with or without modification are permitted",
            "permission to use copy modify and/or distribute this software for any purpose with or without fee is hereby"
                    + " granted",
            "permission to use copy modify and distribute this software for any purpose with or without fee is hereby"
                    + " granted",
            "this is free and unencumbered software released into the public domain",
            "altered source versions must be plainly marked as such and must not be misrepresented as being the original"
                    + " software");

    private LicenseText() {}

    static boolean isApproved(String license) {
        String text = license.toLowerCase(Locale.ROOT)
                .replace(",", "")
                .replaceAll("\\s+", " ")
                .strip();
        String head = text.substring(0, Math.min(HEAD, text.length()));
        return TITLES.stream().anyMatch(head::contains) || SENTENCES.stream().anyMatch(text::contains);
    }
}
