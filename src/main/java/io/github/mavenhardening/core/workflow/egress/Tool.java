package io.github.mavenhardening.core.workflow.egress;

import java.util.Locale;

/** A tool that takes packages from a registry whose address it knows by itself, or sends them there. */
public enum Tool {
    MAVEN("Maven's repositories"),
    GRADLE("Gradle's repositories"),
    DEPLOY("where Maven's artifacts are deployed"),
    NPM("the npm registry"),
    PIP("the Python package index"),
    TWINE("where Python packages are uploaded"),
    GEM("the registry of Ruby gems"),
    CARGO("the registry of Rust crates"),
    COMPOSER("the registry of PHP packages"),
    NUGET("the registry of .NET packages"),
    HEX("the registry of Erlang and Elixir packages"),
    DART("the registry of Dart packages"),
    TERRAFORM("the registry of Terraform providers"),
    TOFU("the registry of OpenTofu providers"),
    GO("the proxy of Go modules"),
    DOCKER("the registry of its images"),
    APT("the archive of Ubuntu or Debian"),
    APK("the archive of Alpine"),
    RPM("the repositories of RPM packages"),
    BREW("the registry of Homebrew");

    private final String registry;

    Tool(String registry) {
        this.registry = registry;
    }

    /**
     * The tool of that name, as the table of endpoints has it.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Tool of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** What its registry is called. */
    public String registry() {
        return registry;
    }

    /** Its name, as commands and the policy have it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
