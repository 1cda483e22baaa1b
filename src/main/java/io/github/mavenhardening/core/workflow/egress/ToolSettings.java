package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.DockerfileImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the settings of tools that take no packages themselves tell: what they run, where they publish, and which images they need. */
final class ToolSettings {

    /** Before the end of the names of files, whatever folder they are in. */
    private static final String ANY = "**";

    /** The most files that are read of one tool. */
    private static final int MOST = 200;

    private static final String DOCKER = "docker";

    private static final Map<String, List<String>> FILES = Map.of(
            "goreleaser",
            List.of(
                    ".goreleaser.yml",
                    ".goreleaser.yaml",
                    "goreleaser.yml",
                    "goreleaser.yaml",
                    ".config/goreleaser.yml",
                    ".config/goreleaser.yaml"),
            "precommit",
            List.of(".pre-commit-config.yaml", ".pre-commit-config.yml"),
            "mise",
            List.of("mise.toml", ".mise.toml", ".config/mise.toml", ".tool-versions"),
            "terraform",
            List.of(ANY + ".tf"),
            "ko",
            List.of(".ko.yaml", ".ko.yml"),
            "devcontainer",
            List.of(".devcontainer/devcontainer.json", ".devcontainer.json", ".devcontainer/Dockerfile"),
            "tilt",
            List.of("Tiltfile"),
            "helm",
            List.of(ANY + "/Chart.yaml"),
            "helmfile",
            List.of("helmfile.yaml", "helmfile.yaml.gotmpl"),
            DOCKER,
            List.of(ANY + "/Dockerfile", ANY + ".Dockerfile", ANY + ".dockerfile"));

    /** What may be an image's name in settings: a registry's name and a path. */
    private static final Pattern IMAGE =
            Pattern.compile("(?<![\\w./@:-])[\\w.-]{1,200}\\.[a-z]{2,20}/[\\w./@:-]{1,300}+(?<!:)");

    /** What ko builds upon where its settings say nothing. Source: https://ko.build/configuration/, 2026-11-30. */
    private static final String KO_BASE = "cgr.dev/chainguard/static";

    private final Repository repository;
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();
    private final Map<String, List<String>> images = new ConcurrentHashMap<>();

    private ToolSettings(Repository repository) {
        this.repository = repository;
    }

    /** Those of a repository. */
    static ToolSettings of(Repository repository) {
        return repository.known(ToolSettings.class, () -> new ToolSettings(repository));
    }

    /** What the table has for the words in the settings that a tool reads; blanks do not count there. */
    List<String> targets(String tool) {
        return known.computeIfAbsent(tool, this::read);
    }

    /** What the files of a tool hold. */
    List<String> texts(String tool) {
        return files(tool).stream().map(SourceFile::text).toList();
    }

    /** Those of the images that have no digest. */
    List<String> unpinnedImages(String tool) {
        return images(tool).stream().filter(image -> !image.contains("@")).toList();
    }

    /** The names of the images that a tool is asked for by its files. */
    List<String> images(String tool) {
        return images.computeIfAbsent(tool, this::readImages);
    }

    private List<String> read(String tool) {
        List<String> targets = new ArrayList<>();
        for (SourceFile file : files(tool)) {
            targets.addAll(KnownEndpoints.of(tool, file.text().replace(" ", "")));
        }
        return targets.stream().distinct().toList();
    }

    private List<String> readImages(String tool) {
        List<String> found = new ArrayList<>();
        for (SourceFile file : files(tool)) {
            if (tool.equals(DOCKER)) {
                DockerfileImages.of(file).forEach(image -> found.add(image.text()));
            } else {
                Matcher image = IMAGE.matcher(file.text());
                while (image.find()) {
                    found.add(image.group());
                }
            }
        }
        return found.isEmpty() && tool.equals("ko")
                ? List.of(KO_BASE)
                : found.stream().distinct().toList();
    }

    private List<SourceFile> files(String tool) {
        List<SourceFile> files = new ArrayList<>();
        for (String name : FILES.get(tool)) {
            if (!name.startsWith(ANY)) {
                file(name).ifPresent(files::add);
                continue;
            }
            String end = name.substring(ANY.length());
            for (String path : repository.files()) {
                // Silent: what further files would tell is not seen.
                if (("/" + path).endsWith(end) && files.size() < MOST) {
                    file(path).ifPresent(files::add);
                }
            }
        }
        return files;
    }

    private Optional<SourceFile> file(String path) {
        try {
            return repository.isFile(path) ? Optional.of(repository.read(path)) : Optional.empty();
        } catch (UnreadableFileException e) {
            // Silent: what the file would tell is not seen, as what plugins connect to by their own code.
            return Optional.empty();
        }
    }
}
