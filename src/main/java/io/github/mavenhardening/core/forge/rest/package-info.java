/** What forges have in common: questions over HTTP with a token, answers in pages of JSON, and what no answer means. */
package io.github.mavenhardening.core.forge.rest;
