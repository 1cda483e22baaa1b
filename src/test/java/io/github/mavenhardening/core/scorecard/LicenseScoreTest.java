package io.github.mavenhardening.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseScoreTest {

    private final ScorecardFixture files = new ScorecardFixture();

    /** 9 for the file, 10 with an identifier of an approved licence in its name. */
    @ParameterizedTest
    @CsvSource({
        "LICENSE,                   9",
        "licence,                   9",
        "LICENSES,                  9",
        "LICENSE.md,                9",
        "License.txt,               9",
        "LICENSE.yaml,              0",
        "COPYING,                   9",
        "COPYRIGHT,                 9",
        "Copyright.html,            9",
        "PATENTS,                   9",
        "UNLICENSE,                 10",
        "MIT-LICENSE,               10",
        "MIT-LICENSE.txt,           10",
        "MIT_LICENSE.md,            10",
        "ISC-LICENSE,               10",
        "0BSD-LICENSE.txt,          10",
        "GPL-2.0-LICENSE,           10",
        "LICENSE-Apache-2.0.txt,    10",
        "LICENSE_Apache-1.1,        10",
        "LICENSE.MIT,               0",
        "LICENSE-Foo-1.0.txt,       9",
        "LICENSES/MIT.txt,          10",
        "LICENSES/CC0-1.0.txt,      10",
        "LICENSES/Apache-2.0.txt,   10",
        "licenses/foo.txt,          9",
        "LICENSES/a/b.txt,          0",
        "docs/LICENSE,              0",
        ".license,                  0",
        "license-plugin/pom.xml,    0",
        "NOTICE,                    0",
    })
    void knowsFilesByName(String path, String expected) {
        files.with(path, "Our own terms");
        assertThat(files.score("License")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Apache License\n   Version 2.0, January 2004",
                "GNU GENERAL PUBLIC LICENSE\n Version 3, 29 June 2007",
                "GNU LIBRARY GENERAL PUBLIC LICENSE\n Version 2, June 1991",
                "Eclipse Public License - v 2.0",
                "CC0 1.0 Universal",
                "Boost Software License - Version 1.0 - August 17th, 2003",
                "EUROPEAN UNION PUBLIC LICENCE v. 1.2",
                "ISC License\n\nPermission to use, copy, modify, and/or distribute this software for any\npurpose with or"
                        + " without fee is hereby granted, provided",
                "Permission is hereby granted, free of charge, to any person obtaining a copy\nof this software and"
                        + " associated documentation files (the \"Software\")",
                "Redistribution and use in source and binary forms, with or without\nmodification, are permitted",
                "This is free and unencumbered software released into the public domain.",
            })
    void knowsTexts(String text) {
        files.with("COPYRIGHT", text);
        assertThat(files.score("License")).isEqualTo("10");
    }

    @Test
    void readsLongPathsNot() {
        files.with("a".repeat(5_000) + "-license", "Our own terms");
        assertThat(files.score("License")).isEqualTo("0");
    }
}
