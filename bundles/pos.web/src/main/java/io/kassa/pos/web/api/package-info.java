/** The endpoints, area by area; {@code Endpoints} is the table of all of them. */
package io.kassa.pos.web.api;
