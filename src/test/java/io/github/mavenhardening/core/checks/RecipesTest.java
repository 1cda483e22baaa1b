package io.github.mavenhardening.core.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation tells users to put into their workflows stands the checks itself. */
class RecipesTest {

    private static final Pattern RECIPE = Pattern.compile("(?ms)^```yaml workflow\\n(.*?)^```$");
    private static final String FILE = ".github/workflows/recipe.yml";

    static List<String> recipes() throws IOException {
        List<String> recipes = new ArrayList<>();
        try (Stream<Path> pages = Files.list(Path.of("src", "site", "markdown"))) {
            List<Path> all =
                    new ArrayList<>(pages.filter(Files::isRegularFile).sorted().toList());
            all.add(Path.of("README.md"));
            for (Path page : all) {
                Matcher recipe = RECIPE.matcher(Files.readString(page));
                while (recipe.find()) {
                    recipes.add(recipe.group(1));
                }
            }
        }
        return recipes;
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void standsTheChecks(String recipe) throws IOException {
        MemoryTree tree = MemoryTree.of(Map.of(FILE, recipe));
        Checks checks = Checks.load(RecipesTest.class.getClassLoader());

        List<Finding> findings = new WorkflowAudit()
                .run(tree.context(Optional.of(RepositorySlug.parse("my-org/app").orElseThrow())), checks)
                .findings();

        // What a repository lacks beside this file is not the recipe's to bring.
        assertThat(findings)
                .filteredOn(finding -> finding.primary().path().equals(FILE))
                .filteredOn(finding -> finding.persona() == Persona.REGULAR)
                .filteredOn(finding -> finding.severity().compareTo(Severity.LOW) >= 0)
                .isEmpty();
    }
}
