package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.text.OtherNames;
import java.util.Locale;
import java.util.Set;

/** A tool that takes packages from a registry whose address it knows by itself, or sends them there. */
public enum Tool implements OtherNames {
    MAVEN("Maven's repositories", "mvn"),
    GRADLE("Gradle's repositories"),
    DEPLOY("where Maven's artifacts are deployed"),
    NPM("the npm registry", "node", "yarn", "pnpm", "bun"),
    PIP("the Python package index", "python", "poetry", "uv"),
    TWINE("where Python packages are uploaded"),
    GEM("the registry of Ruby gems", "ruby", "bundler"),
    CARGO("the registry of Rust crates", "rust"),
    COMPOSER("the registry of PHP packages", "php"),
    NUGET("the registry of .NET packages", "dotnet"),
    HEX("the registry of Erlang and Elixir packages"),
    DART("the registry of Dart packages", "pub"),
    TERRAFORM("the registry of Terraform providers"),
    TOFU("the registry of OpenTofu providers"),
    GO("the proxy of Go modules", "golang"),
    DOCKER("the registry of its images", "podman"),
    APT("the archive of Ubuntu or Debian", "debian", "ubuntu"),
    APK("the archive of Alpine", "alpine"),
    RPM("the repositories of RPM packages", "dnf", "yum"),
    BREW("the registry of Homebrew");

    private final String registry;

    /** Separated by blanks. */
    private final String otherNames;

    Tool(String registry, String... otherNames) {
        this.registry = registry;
        this.otherNames = String.join(" ", otherNames);
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

    /** Languages, systems and further tools that take packages from the same registry. */
    @Override
    public Set<String> otherNames() {
        return otherNames.isEmpty() ? Set.of() : Set.of(otherNames.split(" ", -1));
    }

    /** Its name, as commands and the policy have it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
