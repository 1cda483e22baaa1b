package io.github.mavenhardening.core.workflow.flow;

import java.util.Set;

/** Variables of the environment by which programs run code that find them set. */
final class CodeVariables {

    /** Commands, and files or folders of code. */
    private static final Set<String> WHOLE = Set.of(
            "BASH_ENV",
            "GIT_SSH",
            "GIT_SSH_COMMAND",
            "GIT_EXTERNAL_DIFF",
            "GIT_EDITOR",
            "GIT_SEQUENCE_EDITOR",
            "GIT_PAGER",
            "GIT_PROXY_COMMAND",
            "GIT_ASKPASS",
            "SSH_ASKPASS",
            "LD_PRELOAD",
            "LD_AUDIT",
            "LD_LIBRARY_PATH",
            "DYLD_INSERT_LIBRARIES",
            "DYLD_LIBRARY_PATH",
            "PATH",
            "PYTHONPATH",
            "PYTHONHOME",
            "PERL5LIB",
            "RUBYLIB",
            "NODE_PATH",
            "RUSTC_WRAPPER");

    /** Options, which stand between blanks. */
    private static final Set<String> OPTIONS = Set.of(
            "NODE_OPTIONS",
            "JAVA_TOOL_OPTIONS",
            "_JAVA_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "JAVA_OPTS",
            "MAVEN_OPTS",
            "MAVEN_ARGS",
            "GRADLE_OPTS",
            "SBT_OPTS",
            "PERL5OPT",
            "RUBYOPT",
            "GOFLAGS",
            "MAKEFLAGS",
            "RUSTFLAGS",
            "PYTEST_ADDOPTS");

    /** Addresses that packages come from. */
    private static final Set<String> INDEXES = Set.of(
            "PIP_INDEX_URL",
            "PIP_EXTRA_INDEX_URL",
            "UV_INDEX_URL",
            "UV_DEFAULT_INDEX",
            "NPM_CONFIG_REGISTRY",
            "npm_config_registry",
            "GOPROXY");

    /** The one that the runner lets no script set for later steps. */
    private static final String REFUSED = "NODE_OPTIONS";

    private CodeVariables() {}

    /** Whether a program that finds a variable set to a text of an outsider runs what that says. */
    static boolean runs(String name, Taint taint) {
        return WHOLE.contains(name)
                || (INDEXES.contains(name) && taint.isHost())
                || (OPTIONS.contains(name) && taint.begins(true));
    }

    /** The same of a variable that a script sets for later steps. */
    static boolean runsLater(String name, Taint taint) {
        return !name.equals(REFUSED) && runs(name, taint);
    }

    /** Whether there is anything to ask of a variable. */
    static boolean has(String name) {
        return WHOLE.contains(name) || OPTIONS.contains(name) || INDEXES.contains(name);
    }
}
