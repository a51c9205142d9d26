/** The API as a servlet of the framework. */
package io.kassa.pos.web;
