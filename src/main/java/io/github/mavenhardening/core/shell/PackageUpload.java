package io.github.mavenhardening.core.shell;

import java.util.Map;
import java.util.Set;

/** Programs that put a package into a registry or a store by a sub-command of one or two words. */
final class PackageUpload {

    /**
     * By program, the sub-commands that upload.
     *
     * <p>Source: each program's own documentation of its command line.
     */
    private static final Map<String, Set<String>> COMMANDS = Map.ofEntries(
            // Python
            Map.entry("twine", Set.of("upload")),
            Map.entry("flit", Set.of("publish")),
            Map.entry("hatch", Set.of("publish")),
            Map.entry("pdm", Set.of("publish")),
            Map.entry("poetry", Set.of("publish")),
            Map.entry("uv", Set.of("publish")),
            Map.entry("rye", Set.of("publish")),
            Map.entry("maturin", Set.of("publish", "upload")),
            Map.entry("pixi", Set.of("upload")),
            Map.entry("rattler-build", Set.of("upload", "publish")),
            // JavaScript
            Map.entry("npm", Set.of("publish")),
            Map.entry("pnpm", Set.of("publish")),
            Map.entry("yarn", Set.of("publish", "npm publish")),
            Map.entry("bun", Set.of("publish")),
            Map.entry("deno", Set.of("publish")),
            Map.entry("jsr", Set.of("publish")),
            Map.entry("lerna", Set.of("publish")),
            Map.entry("changeset", Set.of("publish")),
            Map.entry("wasm-pack", Set.of("publish")),
            Map.entry("vsce", Set.of("publish")),
            Map.entry("ovsx", Set.of("publish")),
            Map.entry("tfx", Set.of("extension publish")),
            Map.entry("vsixpublisher", Set.of("publish")),
            Map.entry("web-ext", Set.of("sign")),
            Map.entry("chrome-webstore-upload", Set.of("upload", "publish")),
            // Other languages
            Map.entry("gem", Set.of("push")),
            Map.entry("nuget", Set.of("push")),
            Map.entry("dotnet", Set.of("nuget push", "paket push")),
            Map.entry("paket", Set.of("push")),
            Map.entry("choco", Set.of("push")),
            Map.entry("rebar3", Set.of("hex publish")),
            Map.entry("gleam", Set.of("publish")),
            Map.entry("dart", Set.of("pub publish")),
            Map.entry("flutter", Set.of("pub publish")),
            Map.entry("pod", Set.of("trunk push", "repo push")),
            Map.entry("lein", Set.of("deploy")),
            Map.entry("cabal", Set.of("upload")),
            Map.entry("stack", Set.of("upload")),
            Map.entry("opam", Set.of("publish")),
            Map.entry("dune-release", Set.of("publish")),
            Map.entry("elm", Set.of("publish")),
            Map.entry("conan", Set.of("upload")),
            Map.entry("luarocks", Set.of("upload")),
            Map.entry("fez", Set.of("upload")),
            Map.entry("dzil", Set.of("release")),
            Map.entry("pio", Set.of("pkg publish", "package publish")),
            Map.entry("platformio", Set.of("pkg publish", "package publish")),
            Map.entry("ansible-galaxy", Set.of("collection publish", "role import")),
            // Packages of systems, stores, services
            Map.entry("cr", Set.of("upload")),
            Map.entry("snapcraft", Set.of("upload", "push")),
            Map.entry("charmcraft", Set.of("upload")),
            Map.entry("flat-manager-client", Set.of("push", "commit", "publish")),
            Map.entry("butler", Set.of("push")),
            Map.entry("cloudsmith", Set.of("push")),
            Map.entry("package_cloud", Set.of("push")),
            Map.entry("copr-cli", Set.of("build")),
            Map.entry("jf", Set.of("rt u", "rt upload")),
            Map.entry("jfrog", Set.of("rt u", "rt upload")));

    private PackageUpload() {}

    static boolean is(ShellCommand command) {
        Set<String> known = COMMANDS.getOrDefault(command.name(), Set.of());
        String first = command.operand(0);
        return known.contains(first)
                || known.contains(first + " " + command.operand(1))
                // Their options stand before it, with values.
                || ((command.name().equals("anaconda") || first.equals("setup.py")) && command.has("upload"));
    }
}
