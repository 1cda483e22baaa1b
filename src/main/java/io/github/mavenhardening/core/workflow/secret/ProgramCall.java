package io.github.mavenhardening.core.workflow.secret;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What functions of JavaScript, Python, Ruby, Perl and PHP, and commands of PowerShell, do with a secret that they get. */
enum ProgramCall {
    /** Shows it in the log. */
    PRINTS,
    ENCODES,
    /** Leaves a part of what it is called on, or changes characters; what it gets is only looked for. */
    CHANGES,
    /** Leaves a part of what it gets. */
    TAKES_PART,
    /** Leaves it as it is, or written in a way that the runner masks too. */
    KEEPS,
    /** Is the variable of the environment that it names. */
    READS_VARIABLE,
    OPENS,
    READS_FILE,
    /** Writes to a file that was opened. */
    WRITES,
    /** Writes to the file that it names. */
    WRITES_FILE,
    MASKS,
    /** Sets an output of the step. */
    SETS_OUTPUT,
    /** Sets a variable of later steps. */
    SETS_VARIABLE,
    DELETES,
    /** Turns the text around where it is. */
    REVERSES,
    OTHER;

    private static final Pattern PRINTING =
            Pattern.compile("console\\.(?:log|info|warn|error|dir|table|write|writeline)|p?print|pprint\\.pprint"
                    + "|core\\.(?:info|notice|warning|error|setfailed|summary\\.\\w{1,40})"
                    + "|(?:process|sys)\\.std(?:out|err)\\.write|(?:logging|logger)\\.(?:info|warning|error|critical)"
                    + "|write-(?:host|warning|error|information)|out-host|out-default");
    private static final Pattern ENCODING_NAME = Pattern.compile("(?i)base64(?:url)?|hex|rot_?13");
    private static final Pattern VARIABLE =
            Pattern.compile("(?:os\\.)?(?:getenv|environ\\.get)|environment\\.getenvironmentvariable");
    private static final Set<String> BY_ENCODING = Set.of("tostring", "from", "encode", "decode");

    /**
     * What a function does.
     *
     * @param function its name, with those before it
     * @param encoding the last text among what it gets
     */
    static ProgramCall of(String function, String encoding) {
        String name = function.toLowerCase(Locale.ROOT);
        if (PRINTING.matcher(name).matches()) {
            return PRINTS;
        }
        if (VARIABLE.matcher(name).matches()) {
            return READS_VARIABLE;
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (BY_ENCODING.contains(last) && ENCODING_NAME.matcher(encoding).matches()) {
            return ENCODES;
        }
        return switch (last) {
            case "b64encode",
                    "standard_b64encode",
                    "urlsafe_b64encode",
                    "b32encode",
                    "b16encode",
                    "encodebytes",
                    "b64decode",
                    "urlsafe_b64decode",
                    "decodebytes",
                    "hexlify",
                    "hex",
                    "btoa",
                    "atob",
                    "tobase64string",
                    "frombase64string",
                    "tohexstring",
                    "reversed",
                    "encode64",
                    "strict_encode64",
                    "urlsafe_encode64",
                    "decode64",
                    "strict_decode64",
                    "encode_base64",
                    "decode_base64",
                    "base64_encode",
                    "base64_decode",
                    "bin2hex",
                    "strrev",
                    "str_rot13",
                    "pack",
                    "unpack",
                    "unpack1" -> ENCODES;
            case "reverse" -> name.equals("array.reverse") ? REVERSES : ENCODES;
            case "slice",
                    "substring",
                    "substr",
                    "split",
                    "replace",
                    "replaceall",
                    "upper",
                    "lower",
                    "toupper",
                    "tolower",
                    "touppercase",
                    "tolowercase",
                    "swapcase",
                    "charat",
                    "tochararray",
                    "chars",
                    "each_char",
                    "gsub",
                    "tr",
                    "str_split",
                    "chunk_split",
                    "strtoupper",
                    "strtolower",
                    "upcase",
                    "downcase",
                    "uc",
                    "lc",
                    "partition",
                    "removeprefix",
                    "remove",
                    "insert" -> name.equals("os.remove") ? DELETES : CHANGES;
            case "join", "implode", "list", "parse", "loads", "safe_load", "convertfrom-json" ->
                name.endsWith("path.join") ? KEEPS : TAKES_PART;
            case "copy",
                    "join-path",
                    "str",
                    "string",
                    "repr",
                    "dict",
                    "tostring",
                    "encode",
                    "decode",
                    "strip",
                    "rstrip",
                    "lstrip",
                    "trim",
                    "trimend",
                    "trimstart",
                    "getbytes",
                    "getstring",
                    "from",
                    "bytes",
                    "format",
                    "concat",
                    "dumps",
                    "stringify",
                    "quote",
                    "encodeuricomponent",
                    "escapedatastring",
                    "convertto-json",
                    "out-string",
                    "sort-object",
                    "format-table",
                    "format-list",
                    "write-output",
                    "echo" -> KEEPS;
            case "open", "path", "createwritestream" -> OPENS;
            case "read", "read_text", "readfilesync", "readfile", "readalltext", "get-content", "gc", "cat", "type" ->
                READS_FILE;
            case "write", "writelines", "write_text", "write_bytes", "dump" ->
                name.equals("file.write") || name.equals("io.write") ? WRITES_FILE : WRITES;
            case "writefilesync",
                    "writefile",
                    "appendfilesync",
                    "appendfile",
                    "writealltext",
                    "writeallbytes",
                    "writealllines",
                    "appendalltext",
                    "out-file",
                    "set-content",
                    "add-content",
                    "tee-object",
                    "file_put_contents" -> WRITES_FILE;
            case "setsecret" -> MASKS;
            case "setoutput" -> SETS_OUTPUT;
            case "exportvariable" -> SETS_VARIABLE;
            case "unlink", "unlinksync", "rmsync", "remove-item", "rm", "del" -> DELETES;
            default -> OTHER;
        };
    }
}
