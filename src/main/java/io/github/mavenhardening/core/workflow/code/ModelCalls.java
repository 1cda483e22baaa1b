package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.step.Agents;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls by which programs ask a model: of its maker's library, or of an address at which it answers. */
public final class ModelCalls {

    /** Source: the references of the libraries of OpenAI, Anthropic and Google for JavaScript and Python, read in 2026-11. */
    private static final SoughtPattern LIBRARY = SoughtPattern.of(
            "\\.(?:chat\\.completions|completions|messages|responses)\\.create\\(|\\.generate_?[cC]ontent\\(",
            ".create(",
            "enerate");

    private static final Pattern NAMED =
            Pattern.compile("\\s{0,200}(?:(?:const|let|var)\\s{1,5})?(\\w{1,100})\\s{0,5}=(?![=>])");

    private ModelCalls() {}

    /** Whether a line begins a call that asks a model; its address may stand in the next one. */
    static boolean begins(String line, String next) {
        return line.indexOf('(') >= 0
                && (LIBRARY.isIn(line) || Agents.isModel(line) || (line.endsWith("(") && Agents.isModel(next)));
    }

    /**
     * The name that stands for what a model answers, where a line asks it.
     *
     * @param call the line with those in which a call that it begins goes on
     */
    public static Optional<String> answered(String line, String call) {
        Matcher named = NAMED.matcher(line);
        boolean asks = named.lookingAt()
                && line.indexOf('(') >= 0
                && (LIBRARY.isIn(line) || (call.contains("://") && Agents.isModel(call)));
        return asks ? Optional.of(named.group(1)) : Optional.empty();
    }
}
