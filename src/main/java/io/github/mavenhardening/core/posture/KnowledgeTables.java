package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.dependency.WellKnownArtifacts;
import io.github.mavenhardening.core.workflow.SlugList;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.egress.KnownEndpoints;
import io.github.mavenhardening.core.workflow.step.Agents;
import io.github.mavenhardening.core.workflow.step.PlatformChanges;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of facts that change as time passes, by the date of their facts: the line {@code # As of: 2026-11-27} of each. */
public final class KnowledgeTables {

    /** After half a year there is much that a table does not know. */
    private static final int MONTHS = 6;

    private static final Pattern AS_OF = Pattern.compile("(?m)^# As of: ([0-9]{4}-[0-9]{2}-[0-9]{2})$");

    private KnowledgeTables() {}

    /**
     * A table.
     *
     * @param subject what it is of, as a message names it
     */
    public record Table(String subject, LocalDate date) {

        /** Whether it is older than half a year on that day. */
        public boolean isOld(LocalDate today) {
            return date.plusMonths(MONTHS).isBefore(today);
        }
    }

    /** All, in the order of their subjects. */
    public static List<Table> all() {
        List<Table> tables = new ArrayList<>();
        tables.add(read("actions that bring artifacts", WorkTrees.class, "artifact-actions.txt"));
        tables.add(read("actions that run the checkout", SlugList.class, "code-running-actions.txt"));
        tables.add(read("actions that start workflows", SlugList.class, "dispatching-actions.txt"));
        tables.add(read("agents in actions", Agents.class, "agents.txt"));
        tables.add(read("agents in commands", Agents.class, "agent-commands.txt"));
        tables.add(read("archived repositories", SlugList.class, "archived-actions.txt"));
        tables.add(read("inputs of actions that join a command line", SlugList.class, "command-inputs.txt"));
        tables.add(read("inputs of actions that run as code", SlugList.class, "code-inputs.txt"));
        tables.add(read("inputs of actions that take an address", SlugList.class, "request-inputs.txt"));
        tables.add(read("outputs of actions that outsiders word", SlugList.class, "known-outputs.txt"));
        tables.add(read("owners with a security policy", PolicyOwners.class, "policy-owners.txt"));
        tables.add(read("permissions that actions need", SlugList.class, "action-permissions.txt"));
        tables.add(read("popular repositories", SlugList.class, "popular-actions.txt"));
        tables.add(read("programs of GitHub's runners", Agents.class, "runner-programs.txt"));
        tables.add(read("well-known artifacts", WellKnownArtifacts.class, WellKnownArtifacts.TABLE));
        tables.add(read("wrappers of Maven and Gradle", WrapperJars.class, "wrapper-jars.txt"));
        tables.add(read("what actions and commands connect to", KnownEndpoints.class, "endpoints.txt"));
        tables.add(read("what GitHub stops", PlatformChanges.class, "platform-changes.txt"));
        tables.sort(Comparator.comparing(Table::subject));
        return List.copyOf(tables);
    }

    private static Table read(String subject, Class<?> neighbour, String name) {
        try (InputStream in = neighbour.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no such table: " + name);
            }
            Matcher date = AS_OF.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!date.find()) {
                throw new IllegalStateException("the table " + name + " has no date");
            }
            return new Table(subject, LocalDate.parse(date.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
