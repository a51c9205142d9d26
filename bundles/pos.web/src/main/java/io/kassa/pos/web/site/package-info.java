/** The pages: files of the bundle, and nothing else. */
package io.kassa.pos.web.site;
