package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * An agent that a step runs: a language model that is asked something and given tools.
 *
 * @param name the action or the command
 * @param prompts what it is asked, where that stands in the step
 * @param files the files that hold what it is asked
 * @param power the most that it may do
 * @param reads whether it reads the issue, the pull request or the comments by itself
 * @param asks whether it starts for nobody without the right to write to the repository
 * @param anyone the value that lets everyone start it
 * @param bots the value that lets every program start it
 * @param loose what takes its limits; empty where it has some
 */
public record Agent(
        String name,
        List<YamlScalar> prompts,
        List<YamlScalar> files,
        Power power,
        boolean reads,
        boolean asks,
        Optional<YamlScalar> anyone,
        Optional<YamlScalar> bots,
        Optional<Loose> loose) {

    public Agent {
        prompts = List.copyOf(prompts);
        files = List.copyOf(files);
    }

    /** The most that an agent may do, the least first. */
    public enum Power {
        /** What it may do is not known. */
        UNKNOWN,
        /** It may answer, read the workspace, and run the few commands that are named. */
        LIMITED,
        /** It may write to the forge by commands of {@code gh}, whose options also read files, too. */
        FORGE,
        /** It may ask the network, too. */
        NETWORK,
        /** It may change files of the workspace, too. */
        EDITS,
        /** It may run any command. */
        COMMANDS
    }

    /**
     * What takes an agent's limits.
     *
     * @param word the word or value
     * @param place the value that holds it
     */
    public record Loose(String word, YamlScalar place) {}

    /** Whether it may ask the forge or the network by itself: changing files alone brings nothing from there. */
    public boolean reachesOut() {
        return !isIdle() && power != Power.EDITS;
    }

    /** Whether nothing is known that it may do but to answer. */
    public boolean isIdle() {
        return power.compareTo(Power.LIMITED) <= 0;
    }

    /** Whether it may change files of the workspace. */
    public boolean edits() {
        return power.compareTo(Power.EDITS) >= 0;
    }
}
