package io.github.mavenhardening.core.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Repository;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares the estimate with an installed Scorecard, over folders and over repositories that are made up. */
final class ScorecardComparison {

    /** Those that files decide; not Fuzzing, for which Scorecard asks the network. */
    private static final List<String> CHECKS = List.of(
            "Binary-Artifacts",
            "Dangerous-Workflow",
            "Dependency-Update-Tool",
            "License",
            "Pinned-Dependencies",
            "SAST",
            "Security-Policy",
            "Token-Permissions");

    private int alike;
    private int different;

    private ScorecardComparison() {}

    /** What Scorecard gives, and why: {@code ?} where that is inconclusive, {@code !} where it gave up. */
    private record Given(String score, String why) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ScorecardComparison comparison = new ScorecardComparison();
        for (String argument : arguments) {
            if (argument.matches("\\d{1,9}-\\d{1,9}")) {
                String[] range = argument.split("-", 2);
                for (long number = Long.parseLong(range[0]); number <= Long.parseLong(range[1]); number++) {
                    comparison.compareMade(number);
                }
            } else {
                Repository repository = new Repository(new Checkout(Path.of(argument)), Optional.empty());
                comparison.compare(argument, Path.of(argument), Scorecard.of(repository, gap -> {}));
            }
        }
        System.out.println(comparison.alike + " scores alike, " + comparison.different + " different");
        System.exit(comparison.different == 0 ? 0 : 1);
    }

    private void compareMade(long number) throws IOException, InterruptedException {
        Path root = Files.createTempDirectory("made");
        ScorecardFixture files = new ScorecardFixture();
        try {
            for (Map.Entry<String, String> file : MadeRepository.of(number).entrySet()) {
                files.with(file.getKey(), file.getValue());
                Path path = root.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            compare("made " + number, root, files.scorecard());
        } finally {
            delete(root);
        }
    }

    private void compare(String name, Path root, Scorecard ours) throws IOException, InterruptedException {
        Map<String, Given> theirs = theirs(root);
        for (Score score : ours.scores()) {
            Given given = theirs.get(score.check());
            if (given == null || given.score().equals("!")) {
                continue;
            }
            String own = score.value().isPresent() ? "" + score.value().getAsInt() : "?";
            if (own.equals(given.score())) {
                alike++;
            } else {
                different++;
                System.out.println("!! " + name + " " + score.check() + ": Scorecard " + given.score() + ", we " + own
                        + "\n   " + given.why().replace("\n", "\n   ") + "\n   ours: " + score.reason());
            }
        }
    }

    private static Map<String, Given> theirs(Path root) throws IOException, InterruptedException {
        File output = File.createTempFile("scorecard", ".json");
        try {
            // It fails where one check does, and prints the others all the same.
            new ProcessBuilder(
                            "scorecard",
                            "--local=" + root,
                            "--checks=" + String.join(",", CHECKS),
                            "--format=json",
                            "--show-details")
                    .redirectOutput(output)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            Map<String, Given> given = new LinkedHashMap<>();
            for (JsonNode check : new ObjectMapper().readTree(output).path("checks")) {
                given.put(check.get("name").asText(), given(check));
            }
            return given;
        } finally {
            Files.delete(output.toPath());
        }
    }

    private static Given given(JsonNode check) {
        List<String> why = new ArrayList<>(List.of(check.path("reason").asText()));
        check.path("details").forEach(detail -> why.add(detail.asText()));
        int score = check.get("score").asInt();
        boolean failed = check.path("reason").asText().startsWith("internal error");
        return new Given(failed ? "!" : score < 0 ? "?" : "" + score, String.join("\n", why));
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> below = Files.walk(root)) {
            for (Path path : below.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
