package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.source.FileTree;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.TrackedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A repository of files that a test names, all of them tracked. */
final class ScorecardFixture {

    private final Map<String, byte[]> files = new TreeMap<>();

    ScorecardFixture with(String path, String content) {
        return with(path, content.getBytes(StandardCharsets.UTF_8));
    }

    ScorecardFixture with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** One more workflow. */
    ScorecardFixture workflow(String text) {
        return with(".github/workflows/w" + files.size() + ".yml", text);
    }

    /** One more workflow, of one job with these steps. */
    ScorecardFixture steps(String steps) {
        return workflow("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n" + steps.indent(6));
    }

    void clear() {
        files.clear();
    }

    Scorecard scorecard() {
        return scorecard(gap -> {});
    }

    /** What the estimate leaves out. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        scorecard(gaps::add);
        return gaps;
    }

    private Scorecard scorecard(Consumer<String> gaps) {
        return Scorecard.of(new Repository(new Tree(files), Optional.empty()), gaps);
    }

    /** What a check comes to, {@code ?} where that is inconclusive. */
    String score(String check) {
        return score(scorecard(), check);
    }

    static String score(Scorecard scorecard, String check) {
        return scorecard.scores().stream()
                .filter(score -> score.check().equals(check))
                .map(score -> score.value().isPresent() ? "" + score.value().getAsInt() : "?")
                .findFirst()
                .orElseThrow();
    }

    /** What was found of what can be pinned, as the reason says. */
    String pins() {
        return scorecard().scores().stream()
                .filter(score -> score.check().equals("Pinned-Dependencies"))
                .map(Score::reason)
                .findFirst()
                .orElseThrow()
                .replaceFirst("^pinned: ", "");
    }

    private record Tree(Map<String, byte[]> contents) implements FileTree {
        @Override
        public SortedSet<String> files() {
            return new TreeSet<>(contents.keySet());
        }

        @Override
        public Optional<List<TrackedFile>> tracked() {
            return Optional.of(contents.keySet().stream()
                    .map(path -> new TrackedFile(path, false))
                    .toList());
        }

        @Override
        public boolean isFile(String path) {
            return contents.containsKey(path);
        }

        @Override
        public byte[] read(String path, int limit) throws IOException {
            if (!isFile(path)) {
                throw new NoSuchFileException(path);
            }
            return contents.get(path);
        }
    }
}
