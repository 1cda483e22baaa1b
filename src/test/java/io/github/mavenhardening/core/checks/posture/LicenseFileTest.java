package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseFileTest {

    private static final String MIT = """
            Copyright (c) 2026 Ada

            Permission is hereby granted, free of charge, to any person obtaining a copy
            of this software and associated documentation files (the "Software"), to deal
            """;

    private final PostureCase repository = PostureCase.of(new LicenseFile()).with("README.md", "# r\n");

    @Test
    void findsNone() {
        assertThat(repository.with("src/LICENSE", MIT).found())
                .containsExactly("low :0 There is no LICENSE in the root, so nobody may use the code");
    }

    /** A licence that the POM grants is granted. */
    @Test
    void findsOneThatThePomNamesAlone() {
        repository.licensed("MIT License", "EPL-2.0");
        assertThat(repository.found())
                .containsExactly(
                        "low :0 There is no LICENSE in the root, so the code comes without the text of the licence"
                                + " that its POM names: 'MIT License, EPL-2.0'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LICENSE",
                "licence.md",
                "COPYING",
                "LICENSE-MIT",
                "LICENSES/MIT.txt",
                "UNLICENSE",
                "MIT-LICENSE.txt",
                "APACHE2-LICENSE"
            })
    void takesAFile(String path) {
        repository.with(path, MIT).findsNothing();
    }

    @Test
    void comparesWithThePom() {
        repository.with("LICENSE", MIT).licensed("Apache-2.0");
        assertThat(repository.found())
                .containsExactly(
                        "medium LICENSE:0 The licence file holds MIT, but <licenses> of pom.xml has 'Apache-2.0'");
        repository.licensed("MIT License").findsNothing();
        repository.licensed("Apache-2.0", "MIT").findsNothing();
    }

    @Test
    void saysWhichFileItCannotRead() {
        byte[] latin = "Copyright \u00a9 2026 Ada".getBytes(StandardCharsets.ISO_8859_1);
        repository.with("LICENSE", latin).licensed("MIT");
        assertThat(repository.audit().gaps())
                .containsExactly("it is not known which licence LICENSE holds: not UTF-8 text");
    }

    @Test
    void leavesUnknownTextsAndNamesAlone() {
        repository
                .with("LICENSE", "All rights reserved.")
                .licensed("Apache-2.0")
                .findsNothing();
        repository.with("LICENSE", MIT).licensed("Our own terms").findsNothing();
    }

    /** A header for source files beside the licence hides nothing. */
    @Test
    void comparesBesideATextThatIsNotKnown() {
        repository
                .with("LICENSE", MIT)
                .with("LICENSE.header", "Copyright ${year} Ada")
                .licensed("Apache-2.0");
        assertThat(repository.only().message()).contains("holds MIT, but <licenses>");
        repository.licensed("MIT").findsNothing();
        repository.licensed("Zlib").findsNothing();
        repository
                .with("LICENSE", "Terms of our own.")
                .with("LICENSE-3RD-PARTY", MIT)
                .licensed("Apache-2.0")
                .findsNothing();
    }

    @Test
    void takesNoEmptyFileForALicence() {
        String empty = "low LICENSE:0 The licence file is empty, so nobody may use the code";
        assertThat(repository.with("LICENSE", " \n").found()).containsExactly(empty);
        assertThat(repository.with("LICENSE.header", "Copyright Ada").found()).containsExactly(empty);
        repository.with("LICENSES/MIT.txt", MIT).findsNothing();
    }

    @Test
    void knowsTheTextOfApache() throws Exception {
        repository.with("LICENSE", Files.readString(Path.of("LICENSE"))).licensed("Apache License, Version 2.0");
        repository.findsNothing();
        assertThat(repository.licensed("MIT").only().message()).contains("holds Apache-2.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"THIRD-PARTY-LICENSES.txt", "dependency-license.txt", "mitlicense"})
    void isNotTakenInByLicencesOfOthers(String path) {
        assertThat(repository.with(path, MIT).found()).hasSize(1);
    }
}
