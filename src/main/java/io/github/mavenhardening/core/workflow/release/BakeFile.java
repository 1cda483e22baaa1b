package io.github.mavenhardening.core.workflow.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.shell.ShellScript;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The targets and groups of a bake file, in HCL or JSON, as far as what they are given is written as texts and lists of texts.
 * Functions, matrices and what is not a text are left out.
 *
 * @see <a href="https://docs.docker.com/build/bake/reference/">Bake file reference</a>
 */
final class BakeFile {

    /** So many targets of a group are asked, and so many that one inherits. */
    private static final int ASKED = 200;

    private static final Set<String> BLOCKS = Set.of("target", "group", "variable");

    /** By kind and name, the values of each key. */
    private final Map<String, Map<String, List<String>>> blocks = new HashMap<>();

    private final String text;
    private int at;

    private BakeFile(String text) {
        this.text = text;
    }

    static BakeFile of(String text, boolean isJson) {
        // Silent: what is not read is not evidence.
        BakeFile file = new BakeFile(text.length() > ShellScript.LENGTH_LIMIT ? "" : text);
        if (isJson) {
            file.readJson();
        } else {
            file.readHcl();
        }
        return file;
    }

    /** Adds what another file says of the same blocks: it counts before. */
    void add(BakeFile other) {
        for (Map.Entry<String, Map<String, List<String>>> block : other.blocks.entrySet()) {
            blocks.computeIfAbsent(block.getKey(), name -> new HashMap<>()).putAll(block.getValue());
        }
    }

    /** What a variable is where nobody sets it; empty text where that is not written. */
    String variable(String name) {
        List<String> values = value("variable " + name, "default");
        return values.size() == 1 ? values.get(0) : "";
    }

    /** The targets that a name stands for, groups resolved, in their order. */
    List<String> targets(String name) {
        List<String> targets = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> left = new ArrayList<>(List.of(name));
        // Silent: what is beyond is not evidence.
        while (!left.isEmpty() && seen.size() < ASKED) {
            String next = left.remove(left.size() - 1);
            if (seen.add(next)) {
                if (blocks.containsKey("target " + next)) {
                    targets.add(next);
                }
                left.addAll(value("group " + next, "targets"));
            }
        }
        return targets;
    }

    /** The values of a target's key; of the target that it inherits last where it has none itself. */
    List<String> values(String target, String key) {
        List<String> left = new ArrayList<>(List.of(target));
        Set<String> seen = new HashSet<>();
        // Silent: what is beyond is not evidence.
        while (!left.isEmpty() && seen.size() < ASKED) {
            String next = left.remove(left.size() - 1);
            if (seen.add(next)) {
                Map<String, List<String>> block = blocks.getOrDefault("target " + next, Map.of());
                if (block.containsKey(key)) {
                    return block.get(key);
                }
                left.addAll(block.getOrDefault("inherits", List.of()));
            }
        }
        return List.of();
    }

    private List<String> value(String block, String key) {
        return blocks.getOrDefault(block, Map.of()).getOrDefault(key, List.of());
    }

    private void readJson() {
        JsonNode root;
        try {
            root = Json.read(text);
        } catch (IOException e) {
            // Silent: buildx cannot read it either, and builds nothing.
            return;
        }
        for (String kind : BLOCKS) {
            for (Map.Entry<String, JsonNode> block : root.path(kind).properties()) {
                Map<String, List<String>> values = new HashMap<>();
                for (Map.Entry<String, JsonNode> key : block.getValue().properties()) {
                    values.put(key.getKey(), texts(key.getValue()));
                }
                blocks.put(kind + " " + block.getKey(), values);
            }
        }
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isTextual()) {
            texts.add(value.textValue());
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            texts.add(field.getKey() + "=" + field.getValue().asText());
        }
        if (value.isArray()) {
            for (JsonNode each : value) {
                texts.add(each.isObject() ? fields(each) : each.asText());
            }
        }
        return texts;
    }

    /** An output or attestation as an object, in the form of a text: {@code type=registry,push=true}. */
    private static String fields(JsonNode object) {
        List<String> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            fields.add(field.getKey() + "=" + field.getValue().asText());
        }
        return String.join(",", fields);
    }

    private void readHcl() {
        while (skipBlanks()) {
            String word = word();
            if (word.isEmpty()) {
                at++;
                continue;
            }
            skipBlanks();
            String name = is('"') ? string() : "";
            skipBlanks();
            if (is('{')) {
                at++;
                Map<String, List<String>> block = block();
                if (BLOCKS.contains(word)) {
                    blocks.computeIfAbsent(word + " " + name, any -> new HashMap<>())
                            .putAll(block);
                }
            }
        }
    }

    /** What stands between braces, the first of which is read. */
    private Map<String, List<String>> block() {
        Map<String, List<String>> values = new HashMap<>();
        while (skipBlanks() && !is('}')) {
            String key = is('"') ? string() : word();
            skipBlanks();
            if (!key.isEmpty() && is('=')) {
                at++;
                skipBlanks();
                values.put(key, value());
            } else if (is('{')) {
                skipBrackets();
            } else if (key.isEmpty()) {
                at++;
            }
        }
        at++;
        return values;
    }

    private List<String> value() {
        List<String> texts = new ArrayList<>();
        if (is('[')) {
            at++;
            while (skipBlanks() && !is(']')) {
                if (is('"')) {
                    texts.add(string());
                } else if (is('{')) {
                    at++;
                    texts.add(String.join(",", members("", "")));
                } else if (is('[') || is('(')) {
                    skipBrackets();
                } else {
                    at++;
                }
            }
            at++;
        } else if (is('{')) {
            at++;
            // As in texts.
            texts.addAll(members("${", "}"));
        } else if (is('"')) {
            texts.add(string());
        }
        skipRest();
        return texts;
    }

    /**
     * The members of a map, {@code KEY=VALUE} each.
     *
     * @param before what stands before a bare word, a variable's name, and behind it
     */
    private List<String> members(String before, String behind) {
        List<String> members = new ArrayList<>();
        while (skipBlanks() && !is('}')) {
            String key = is('"') ? string() : word();
            skipBlanks();
            if (!key.isEmpty() && (is('=') || is(':'))) {
                at++;
                skipBlanks();
                members.add(key + "=" + (is('"') ? string() : before + word() + behind));
            } else if (is('{') || is('[') || is('(')) {
                skipBrackets();
            } else {
                at++;
            }
        }
        at++;
        return members;
    }

    /** To the end of the line or the block. */
    private void skipRest() {
        while (at < text.length() && !is('\n') && !is('}')) {
            if (is('"')) {
                string();
            } else if (is('{') || is('[') || is('(')) {
                skipBrackets();
            } else {
                at++;
            }
        }
    }

    private void skipBrackets() {
        int depth = 0;
        do {
            if (is('"')) {
                string();
                continue;
            }
            depth += is('{') || is('[') || is('(') ? 1 : is('}') || is(']') || is(')') ? -1 : 0;
            at++;
        } while (depth > 0 && at < text.length());
    }

    private String word() {
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.substring(from, at);
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        at++;
        while (at < text.length() && !is('"') && !is('\n')) {
            if (is('\\') && at + 1 < text.length()) {
                at++;
            }
            string.append(text.charAt(at++));
        }
        at++;
        return string.toString();
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    /** Goes on to what is neither blank nor a comment; answers whether there is more. */
    private boolean skipBlanks() {
        while (at < text.length()) {
            int end;
            if (is('#') || text.startsWith("//", at)) {
                end = text.indexOf('\n', at);
            } else if (text.startsWith("/*", at)) {
                end = text.indexOf("*/", at + 2);
                end = end < 0 ? end : end + 2;
            } else if (Character.isWhitespace(text.charAt(at))) {
                end = at + 1;
            } else {
                return true;
            }
            at = end < 0 ? text.length() : end;
        }
        return false;
    }
}
