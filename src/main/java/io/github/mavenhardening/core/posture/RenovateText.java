package io.github.mavenhardening.core.posture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.SourceFile;
import java.io.IOException;

/**
 * Where things stand in Renovate's configuration.
 *
 * @param source the file
 * @param mapper what reads it
 * @param root what stands in front of each place, as {@code /renovate} in Node's manifest
 */
record RenovateText(SourceFile source, JsonMapper mapper, String root) {

    /**
     * The line of a key.
     *
     * @param pointer the way to it, a JSON pointer: {@code /packageRules/0/enabled}
     * @return the line; the file, where the key is not found
     */
    Location at(String pointer) {
        int line = line((root + pointer).split("/", -1));
        if (line < 1 || line > source.lineCount()) {
            return Location.ofFile(source.path());
        }
        String text = source.line(line);
        int start = source.lineStart(line);
        return source.at(source.span(
                start + text.length() - text.stripLeading().length(),
                start + text.stripTrailing().length()));
    }

    /** Of keys that stand twice the last counts. The names are compared one by one: joined, they would cost more than the text. */
    private int line(String[] wanted) {
        int line = 0;
        try (JsonParser json = mapper.getFactory().createParser(source.text())) {
            int open = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.FIELD_NAME
                        && open == wanted.length - 1
                        && leadsTo(wanted, json.getParsingContext())) {
                    line = json.currentTokenLocation().getLineNr();
                }
            }
        } catch (IOException e) {
            // Silent: what was read once has its file for a place.
            return 0;
        }
        return line;
    }

    private static boolean leadsTo(String[] wanted, JsonStreamContext at) {
        JsonStreamContext context = at;
        for (int i = wanted.length - 1; i > 0; i--) {
            String name = context.inArray() ? String.valueOf(context.getCurrentIndex()) : context.getCurrentName();
            if (!wanted[i].equals(name)) {
                return false;
            }
            context = context.getParent();
        }
        return true;
    }
}
