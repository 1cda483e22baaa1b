package io.github.mavenhardening.core.forge.rest;

import java.util.List;

/**
 * What questions to one kind of forge have beside their address.
 *
 * @param headers names and values by turns that each question has
 * @param tokenHeader the header that has the token
 * @param tokenPrefix what stands before the token there
 */
public record Dialect(List<String> headers, String tokenHeader, String tokenPrefix) {

    public Dialect {
        headers = List.copyOf(headers);
    }
}
