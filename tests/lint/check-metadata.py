#!/usr/bin/env python3
# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Check what the validators cannot know: that desktop file, metainfo, service and schema carry one
and the same name, that both languages are there and fit an app store, and that the newest release
described is the one being built."""

import configparser
import sys
import xml.etree.ElementTree as xml

LANG = '{http://www.w3.org/XML/1998/namespace}lang'
LONGEST_SUMMARY = 35

problems = []


def check(condition, problem):
    if not condition:
        problems.append(problem)


def read_keys(path):
    keys = configparser.RawConfigParser(delimiters='=', interpolation=None)
    keys.optionxform = str
    keys.read(path, encoding='utf-8')
    return keys


def check_names(app_id, desktop_path, component, service, schema):
    desktop = read_keys(desktop_path)['Desktop Entry']
    check(desktop_path.endswith('/' + app_id + '.desktop'), 'the desktop file is named otherwise')
    check(desktop['Icon'] == app_id, 'the desktop file names another icon')
    check(component.findtext('id') == app_id, 'the metainfo has another id')
    check(component.findtext('launchable') == app_id + '.desktop',
          'the metainfo launches another desktop file')
    check(service['Name'] == app_id, 'the D-Bus service has another name')
    check(schema.get('id') == app_id, 'the schema has another id')
    check(schema.get('path') == '/' + app_id.replace('.', '/') + '/', 'the schema has another path')


def check_languages(desktop_path, component):
    for group, keys in read_keys(desktop_path).items():
        for key in ('Name', 'Comment', 'Keywords'):
            check(key not in keys or key + '[sw]' in keys, f'{key} of [{group}] lacks Kiswahili')

    summaries = {s.get(LANG, 'en'): s.text for s in component.iterfind('summary')}
    check(set(summaries) == {'en', 'sw'}, 'the summary is not in both languages')
    for language, text in summaries.items():
        check(len(text) <= LONGEST_SUMMARY, f'the summary ({language}) has {len(text)} letters')
        check(not text.endswith('.'), f'the summary ({language}) ends with a full stop')

    for parent in component.iter():
        for tag in ('p', 'caption'):
            found = [child.get(LANG, 'en') for child in parent.iterfind(tag)]
            check(found.count('en') == found.count('sw'), f'a <{tag}> lacks Kiswahili')


def check_release(version, component):
    newest = component.find('releases/release')
    check(newest.get('version') == version, 'the newest release described is not the one built')
    check(newest.find('description/p') is not None, 'the newest release has no notes')


def main():
    app_id, version, desktop_path, metainfo_path, service_path, schema_path = sys.argv[1:]
    component = xml.parse(metainfo_path).getroot()
    check_names(app_id, desktop_path, component, read_keys(service_path)['D-BUS Service'],
                xml.parse(schema_path).find('schema'))
    check_languages(desktop_path, component)
    check_release(version, component)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


sys.exit(main())
