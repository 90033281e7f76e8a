<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>About</name>
    <message>
        <source>About FOG Portable</source>
        <translation>Über FOG Portable</translation>
    </message>
    <message>
        <source>FOG Portable {version}

Boots a room of computers from this laptop.
GPL-2.0-or-later.</source>
        <translation>FOG Portable {version}

Bootet einen Computerraum von diesem Laptop aus.
GPL-2.0-or-later.</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>First computer heard: {computer}</source>
        <translation>Erster Computer gehört: {computer}</translation>
    </message>
    <message>
        <source>{count} computers need you</source>
        <translation>{count} Computer brauchen Hilfe</translation>
    </message>
</context>
<context>
    <name>ApprovalDesk</name>
    <message>
        <source>1 computer waits for you to approve it.</source>
        <translation>1 Computer wartet auf Ihre Freigabe.</translation>
    </message>
    <message>
        <source>Approve a&amp;ll</source>
        <translation>A&amp;lle freigeben</translation>
    </message>
    <message>
        <source>Approved: {computers}. They are answered when they ask again; save the profile to keep it.</source>
        <translation>Freigegeben: {computers}. Sie bekommen Antwort, wenn sie wieder anfragen; speichern Sie das Profil, um es zu behalten.</translation>
    </message>
    <message>
        <source>Taken back: {computers}. They get no answer any more.</source>
        <translation>Zurückgenommen: {computers}. Sie bekommen keine Antwort mehr.</translation>
    </message>
    <message>
        <source>{count} computers wait for you to approve them.</source>
        <translation>{count} Computer warten auf Ihre Freigabe.</translation>
    </message>
</context>
<context>
    <name>ArchRowWidget</name>
    <message>
        <source>Broken</source>
        <translation>Defekt</translation>
    </message>
    <message>
        <source>Choose the file for {computers}</source>
        <translation>Datei für {computers} wählen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Chosen instead of {file}</source>
        <translation>Statt {file} gewählt</translation>
    </message>
    <message>
        <source>File for {computers}</source>
        <translation>Datei für {computers}</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>Keine Datei</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {computers}</source>
        <translation>{computers} entfernen</translation>
    </message>
    <message>
        <source>These computers get no answer.</source>
        <translation>Diese Computer bekommen keine Antwort.</translation>
    </message>
</context>
<context>
    <name>ArchitectureDialog</name>
    <message>
        <source>&amp;Kind, or its number (DHCP option 93)</source>
        <translation>&amp;Art oder ihre Nummer (DHCP-Option 93)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Kind, or its number (DHCP option 93)</source>
        <translation>Art oder ihre Nummer (DHCP-Option 93)</translation>
    </message>
    <message>
        <source>Other kind of computer</source>
        <translation>Andere Art von Computer</translation>
    </message>
    <message>
        <source>This kind is in the list already.</source>
        <translation>Diese Art steht schon in der Liste.</translation>
    </message>
    <message>
        <source>Use {names} or a number from 0 to 65535.</source>
        <translation>Erlaubt sind {names} oder eine Zahl von 0 bis 65535.</translation>
    </message>
</context>
<context>
    <name>AutoStopDialog</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>&amp;At a time of day</source>
        <translation>Zu einer &amp;Uhrzeit</translation>
    </message>
    <message>
        <source>&amp;When all are done and nobody has loaded for</source>
        <translation>Wenn alle &amp;fertig sind und niemand geladen hat seit</translation>
    </message>
    <message>
        <source>A&amp;fter</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>Minutes from Start</source>
        <translation>Minuten ab Start</translation>
    </message>
    <message>
        <source>Minutes without loading</source>
        <translation>Minuten ohne Laden</translation>
    </message>
    <message>
        <source>Stop by itself</source>
        <translation>Von selbst stoppen</translation>
    </message>
    <message>
        <source>The first that comes true stops serving. A computer that is loading is not cut off. While serving, minutes count from now.</source>
        <translation>Was zuerst eintritt, beendet den Betrieb. Ein Computer, der gerade lädt, wird nicht abgeschnitten. Im Betrieb zählen die Minuten ab jetzt.</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
</context>
<context>
    <name>BeforeStart</name>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation>Vor dem Start</translation>
    </message>
    <message>
        <source>Boot files</source>
        <translation>Boot-Dateien</translation>
    </message>
    <message>
        <source>Boots thirty computers made of software, inside this laptop only</source>
        <translation>Bootet dreißig Computer, die nur aus Software bestehen, ganz innerhalb dieses Laptops</translation>
    </message>
    <message>
        <source>Brings iPXE from Debian&apos;s packages</source>
        <translation>Holt iPXE aus den Paketen von Debian</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Computers of this room can start over the network from this laptop. The DHCP server that is already there stays as it is.</source>
        <translation>Die Computer dieses Raums können über das Netzwerk von diesem Laptop starten. Der vorhandene DHCP-Server bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Get &amp;boot files</source>
        <translation>Boot-Da&amp;teien holen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Rehearse &amp;without PCs</source>
        <translation>Probe&amp;lauf ohne PCs</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>What will be served</source>
        <translation>Was bereitgestellt wird</translation>
    </message>
</context>
<context>
    <name>BootFilesCard</name>
    <message>
        <source>A boot file for another kind of computer, by its number</source>
        <translation>Eine Boot-Datei für eine andere Art von Computer, nach Nummer</translation>
    </message>
    <message>
        <source>A folder of your own</source>
        <translation>Ein eigener Ordner</translation>
    </message>
    <message>
        <source>Boot files</source>
        <translation>Boot-Dateien</translation>
    </message>
    <message>
        <source>Boot set</source>
        <translation>Boot-Paket</translation>
    </message>
    <message>
        <source>Choose a boot file</source>
        <translation>Boot-Datei wählen</translation>
    </message>
    <message>
        <source>Choose a folder with boot files</source>
        <translation>Ordner mit Boot-Dateien wählen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>No boot file was recognised in this folder. Choose files below.</source>
        <translation>In diesem Ordner wurde keine Boot-Datei erkannt. Wählen Sie unten Dateien aus.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Other kind</source>
        <translation>Andere Art</translation>
    </message>
    <message>
        <source>Other kind…</source>
        <translation>Andere Art…</translation>
    </message>
    <message>
        <source>Serve the boot files of a folder where they lie</source>
        <translation>Die Boot-Dateien eines Ordners dort bereitstellen, wo sie liegen</translation>
    </message>
    <message>
        <source>There are no boot files yet. Get them, or choose a folder.</source>
        <translation>Es gibt noch keine Boot-Dateien. Holen Sie sie oder wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>To change the boot files, stop first: computers load from this set.</source>
        <translation>Stoppen Sie zuerst, um die Boot-Dateien zu ändern: Computer laden aus diesem Paket.</translation>
    </message>
</context>
<context>
    <name>BootPage</name>
    <message>
        <source>Changes apply to computers that ask from now on.</source>
        <translation>Änderungen gelten für Computer, die ab jetzt anfragen.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>BootSides</name>
    <message>
        <source>Changes count from the next Start.</source>
        <translation>Änderungen gelten ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Files and menu</source>
        <translation>Dateien und Menü</translation>
    </message>
    <message>
        <source>Side of the Boot page</source>
        <translation>Bereich der Seite Booten</translation>
    </message>
</context>
<context>
    <name>CardPicker</name>
    <message>
        <source>Choose a network</source>
        <translation>Netzwerk wählen</translation>
    </message>
    <message>
        <source>No usable network</source>
        <translation>Kein brauchbares Netzwerk</translation>
    </message>
    <message>
        <source>{name} is not there</source>
        <translation>{name} ist nicht da</translation>
    </message>
</context>
<context>
    <name>ChoiceDesk</name>
    <message>
        <source>Folder with boot files</source>
        <translation>Ordner mit Boot-Dateien</translation>
    </message>
</context>
<context>
    <name>ClientTable</name>
    <message>
        <source>Computers</source>
        <translation>Computer</translation>
    </message>
</context>
<context>
    <name>ClientTableModel</name>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>FOG</source>
        <translation>FOG</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>IP</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What it is doing</source>
        <translation>Was er gerade tut</translation>
    </message>
    <message>
        <source>{doing}. Try {count}.</source>
        <translation>{doing}. {count}. Versuch.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Keep serving</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Stoppen und schließen</translation>
    </message>
    <message>
        <source>1 computer is still loading.</source>
        <translation>1 Computer lädt noch.</translation>
    </message>
    <message>
        <source>FOG Portable is serving</source>
        <translation>FOG Portable ist in Betrieb</translation>
    </message>
    <message>
        <source>Keep serving puts the window aside and goes on. Stop gives them 30 s.</source>
        <translation>„Weiterlaufen lassen“ legt das Fenster beiseite und macht weiter. Beim Stoppen bleiben den Computern 30 s.</translation>
    </message>
    <message>
        <source>{count} computers are still loading.</source>
        <translation>{count} Computer laden noch.</translation>
    </message>
</context>
<context>
    <name>EndingDesk</name>
    <message>
        <source>Serving ended by itself: {reason}.</source>
        <translation>Der Betrieb endete von selbst: {reason}.</translation>
    </message>
    <message>
        <source>Stops at {time}</source>
        <translation>Stoppt um {time}</translation>
    </message>
    <message>
        <source>Stops once 1 computer is through</source>
        <translation>Stoppt, sobald 1 Computer durch ist</translation>
    </message>
    <message>
        <source>Stops once {count} computers are through</source>
        <translation>Stoppt, sobald {count} Computer durch sind</translation>
    </message>
    <message>
        <source>Stops when all are done</source>
        <translation>Stoppt, wenn alle fertig sind</translation>
    </message>
    <message>
        <source>Stops {minutes} min after Start</source>
        <translation>Stoppt {minutes} min nach dem Start</translation>
    </message>
    <message>
        <source>{moment} or when all are done</source>
        <translation>{moment} oder wenn alle fertig sind</translation>
    </message>
</context>
<context>
    <name>EventLogModel</name>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>ExpertSide</name>
    <message>
        <source>Expert</source>
        <translation>Experte</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>1 entry</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>Elsewhere it answers only computers that ask for network boot, and gives no address.</source>
        <translation>Überall sonst antwortet es nur Computern, die über das Netzwerk booten wollen, und vergibt keine Adresse.</translation>
    </message>
    <message>
        <source>FOG&apos;s menu and tasks</source>
        <translation>Menü und Aufgaben von FOG</translation>
    </message>
    <message>
        <source>On {card}, Start gives an address to whoever asks, unless another DHCP server answers there.</source>
        <translation>Auf {card} bekommt nach dem Start jeder eine Adresse, der danach fragt, außer ein anderer DHCP-Server antwortet dort.</translation>
    </message>
    <message>
        <source>Start answers only computers that ask for network boot. It never gives out an address.</source>
        <translation>Nach dem Start wird nur Computern geantwortet, die über das Netzwerk booten wollen. Adressen werden nie vergeben.</translation>
    </message>
    <message>
        <source>addresses {first} to {last} on {card}</source>
        <translation>Adressen {first} bis {last} auf {card}</translation>
    </message>
    <message>
        <source>as FOG has files</source>
        <translation>wofür FOG Dateien hat</translation>
    </message>
    <message>
        <source>as the folder has files</source>
        <translation>wofür der Ordner Dateien hat</translation>
    </message>
    <message>
        <source>from FOG at {server} itself</source>
        <translation>von FOG auf {server} selbst</translation>
    </message>
    <message>
        <source>from here, on {card}</source>
        <translation>von hier, auf {card}</translation>
    </message>
    <message>
        <source>from the DHCP server of the site, never from here</source>
        <translation>vom DHCP-Server des Standorts, nie von hier</translation>
    </message>
    <message>
        <source>no card yet</source>
        <translation>noch keine Karte</translation>
    </message>
    <message>
        <source>no entries</source>
        <translation>keine Einträge</translation>
    </message>
    <message>
        <source>none chosen yet</source>
        <translation>noch keine gewählt</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>of FOG at {server}, given from here</source>
        <translation>von FOG auf {server}, von hier verteilt</translation>
    </message>
    <message>
        <source>the card of the private network</source>
        <translation>die Karte des privaten Netzwerks</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} Einträge</translation>
    </message>
    <message>
        <source>{count}; after {seconds} s: {default}</source>
        <translation>{count}; nach {seconds} s: {default}</translation>
    </message>
    <message>
        <source>{count}; waits for a choice</source>
        <translation>{count}; wartet auf eine Auswahl</translation>
    </message>
    <message>
        <source>{from_here}; elsewhere from the DHCP server of the site</source>
        <translation>{from_here}; überall sonst vom DHCP-Server des Standorts</translation>
    </message>
</context>
<context>
    <name>FetchBar</name>
    <message>
        <source>Bring iPXE for BIOS, UEFI x64 and UEFI ARM64 from Debian</source>
        <translation>iPXE für BIOS, UEFI x64 und UEFI ARM64 von Debian holen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Abgebrochen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Get boot files</source>
        <translation>Boot-Dateien holen</translation>
    </message>
    <message>
        <source>Looking for boot files…</source>
        <translation>Suche nach Boot-Dateien…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>The boot files are there.</source>
        <translation>Die Boot-Dateien sind da.</translation>
    </message>
</context>
<context>
    <name>FingerprintDialog</name>
    <message>
        <source>&amp;Do not trust it</source>
        <translation>&amp;Nicht vertrauen</translation>
    </message>
    <message>
        <source>Compare the fingerprint</source>
        <translation>Fingerabdruck vergleichen</translation>
    </message>
    <message>
        <source>On the server itself it is shown by this command:</source>
        <translation>Auf dem Server selbst zeigt ihn dieser Befehl:</translation>
    </message>
    <message>
        <source>Only if both are the same, this is {host} and nobody in between.</source>
        <translation>Nur wenn beide gleich sind, ist das wirklich {host} und niemand dazwischen.</translation>
    </message>
    <message>
        <source>They are the &amp;same: trust it</source>
        <translation>Sie sind &amp;gleich: vertrauen</translation>
    </message>
    <message>
        <source>{host} says that its certificate was signed by the authority with this fingerprint:</source>
        <translation>{host} sagt, sein Zertifikat sei von der Stelle mit diesem Fingerabdruck unterschrieben:</translation>
    </message>
</context>
<context>
    <name>FirmwareMenuSide</name>
    <message>
        <source>Answer choices that are broadcast</source>
        <translation>Auf Auswahlen antworten, die per Broadcast kommen</translation>
    </message>
    <message>
        <source>Boot from local hard disk</source>
        <translation>Von der lokalen Festplatte booten</translation>
    </message>
    <message>
        <source>Computers that run iPXE already are sent the boot menu instead (Expert: What iPXE gets).</source>
        <translation>Computer, auf denen schon iPXE läuft, bekommen stattdessen das Boot-Menü (Experte: Was iPXE bekommt).</translation>
    </message>
    <message>
        <source>Entries, the first one is the default</source>
        <translation>Einträge, der erste ist die Vorgabe</translation>
    </message>
    <message>
        <source>Entry {number}: </source>
        <translation>Eintrag {number}: </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Firmware menu</source>
        <translation>Firmware-Menü</translation>
    </message>
    <message>
        <source>For which computers</source>
        <translation>Für welche Computer</translation>
    </message>
    <message>
        <source>Goes on with the local disk</source>
        <translation>Macht mit der lokalen Festplatte weiter</translation>
    </message>
    <message>
        <source>Loads a file</source>
        <translation>Lädt eine Datei</translation>
    </message>
    <message>
        <source>Looks for a boot server of a type</source>
        <translation>Sucht einen Boot-Server eines Typs</translation>
    </message>
    <message>
        <source>Multicast group</source>
        <translation>Multicast-Gruppe</translation>
    </message>
    <message>
        <source>Press F8 for boot menu</source>
        <translation>F8 drücken für das Boot-Menü</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Aufforderung</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Shown before anything is loaded. Without entries there is none, and computers load at once.</source>
        <translation>Wird gezeigt, bevor etwas geladen wird. Ohne Einträge gibt es keines, und die Computer laden sofort.</translation>
    </message>
    <message>
        <source>Take the first entry after</source>
        <translation>Den ersten Eintrag nehmen nach</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The firmware&apos;s own menu</source>
        <translation>Das eigene Menü der Firmware</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er bewirkt</translation>
    </message>
    <message>
        <source>every computer, or bios, x64, ia32, arm64</source>
        <translation>alle Computer, oder bios, x64, ia32, arm64</translation>
    </message>
    <message>
        <source>no time, at once</source>
        <translation>keine Zeit, sofort</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>s ({never} waits for ever)</source>
        <translation>s ({never} wartet unbegrenzt)</translation>
    </message>
    <message>
        <source>this laptop; for a boot server: found by broadcast</source>
        <translation>dieser Laptop; bei einem Boot-Server: per Broadcast gesucht</translation>
    </message>
</context>
<context>
    <name>FogCancelDialog</name>
    <message>
        <source>&amp;Cancel the task</source>
        <translation>&amp;Aufgabe abbrechen</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;So lassen</translation>
    </message>
    <message>
        <source>Cancel a task</source>
        <translation>Aufgabe abbrechen</translation>
    </message>
    <message>
        <source>Cancel this task on the FOG server?</source>
        <translation>Diese Aufgabe auf dem FOG-Server abbrechen?</translation>
    </message>
</context>
<context>
    <name>FogCareDesk</name>
    <message>
        <source>Asking for the storage nodes…</source>
        <translation>Frage nach den Speicherknoten…</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleiche…</translation>
    </message>
    <message>
        <source>Folder for default.ipxe and autoexec.ipxe</source>
        <translation>Ordner für default.ipxe und autoexec.ipxe</translation>
    </message>
</context>
<context>
    <name>FogDesk</name>
    <message>
        <source>Asking {address}…</source>
        <translation>Frage {address}…</translation>
    </message>
    <message>
        <source>Looking for FOG servers on {card}…</source>
        <translation>Suche FOG-Server auf {card}…</translation>
    </message>
</context>
<context>
    <name>FogFacts</name>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Boot files</source>
        <translation>Boot-Dateien</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>FOG {version} at {address}</source>
        <translation>FOG {version} auf {address}</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Webseiten</translation>
    </message>
    <message>
        <source>Secure Boot:  {answer}</source>
        <translation>Secure Boot:  {answer}</translation>
    </message>
    <message>
        <source>default.ipxe</source>
        <translation>default.ipxe</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>leads computers to {url}</source>
        <translation>führt Computer zu {url}</translation>
    </message>
    <message>
        <source>no signed loader</source>
        <translation>kein signierter Loader</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>of unknown version</source>
        <translation>unbekannter Version</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on; it wants tokens</source>
        <translation>an; verlangt Token</translation>
    </message>
    <message>
        <source>on; your tokens are refused</source>
        <translation>an; Ihre Token werden abgelehnt</translation>
    </message>
    <message>
        <source>on; your tokens are taken</source>
        <translation>an; Ihre Token werden angenommen</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>version unknown</source>
        <translation>Version unbekannt</translation>
    </message>
    <message>
        <source>waits for an update of its schema</source>
        <translation>wartet auf eine Aktualisierung ihres Schemas</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{free} free of {total}</source>
        <translation>{free} frei von {total}</translation>
    </message>
</context>
<context>
    <name>FogRehomeCard</name>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>A FOG server that came to another network still names its old address in many places.</source>
        <translation>Ein FOG-Server, der in ein anderes Netzwerk gekommen ist, nennt an vielen Stellen noch seine alte Adresse.</translation>
    </message>
    <message>
        <source>A default.ipxe and an autoexec.ipxe that lead to the address that was used</source>
        <translation>Eine default.ipxe und eine autoexec.ipxe, die zur verwendeten Adresse führen</translation>
    </message>
    <message>
        <source>Asks the server where it names its own address</source>
        <translation>Fragt den Server, wo er seine eigene Adresse nennt</translation>
    </message>
    <message>
        <source>E&amp;xamine its addresses</source>
        <translation>A&amp;lte Adressen suchen</translation>
    </message>
    <message>
        <source>Has the server moved?</source>
        <translation>Ist der Server umgezogen?</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Noch nicht verglichen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Save &amp;boot scripts…</source>
        <translation>Boot-S&amp;kripte speichern…</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Sagt</translation>
    </message>
    <message>
        <source>That is</source>
        <translation>Das ist</translation>
    </message>
    <message>
        <source>an address where nothing answers</source>
        <translation>eine Adresse, an der nichts antwortet</translation>
    </message>
    <message>
        <source>another machine, which answers</source>
        <translation>ein anderer Rechner, der antwortet</translation>
    </message>
    <message>
        <source>the address that was used</source>
        <translation>die verwendete Adresse</translation>
    </message>
    <message>
        <source>{names} were written into {folder}.</source>
        <translation>{names} wurden nach {folder} geschrieben.</translation>
    </message>
</context>
<context>
    <name>FogRowsDesk</name>
    <message>
        <source>1 task was cancelled.</source>
        <translation>1 Aufgabe wurde abgebrochen.</translation>
    </message>
    <message>
        <source>FOG has no task for the chosen computers.</source>
        <translation>FOG hat keine Aufgabe für die gewählten Computer.</translation>
    </message>
    <message>
        <source>{count} tasks were cancelled.</source>
        <translation>{count} Aufgaben wurden abgebrochen.</translation>
    </message>
</context>
<context>
    <name>FogServerCard</name>
    <message>
        <source>Address of the FOG server</source>
        <translation>Adresse des FOG-Servers</translation>
    </message>
    <message>
        <source>Asks every address of the chosen network, some 40 a second</source>
        <translation>Fragt jede Adresse des gewählten Netzwerks, etwa 40 pro Sekunde</translation>
    </message>
    <message>
        <source>Asks the server what it is; changes nothing on it</source>
        <translation>Fragt den Server, was er ist; ändert nichts an ihm</translation>
    </message>
    <message>
        <source>Choose one with Enter or a double click.</source>
        <translation>Wählen Sie einen mit Enter oder Doppelklick.</translation>
    </message>
    <message>
        <source>Co&amp;mpare fingerprint…</source>
        <translation>Fin&amp;gerabdruck vergleichen…</translation>
    </message>
    <message>
        <source>FOG server</source>
        <translation>FOG-Server</translation>
    </message>
    <message>
        <source>FOG servers found</source>
        <translation>Gefundene FOG-Server</translation>
    </message>
    <message>
        <source>Loo&amp;k at it</source>
        <translation>Ser&amp;ver ansehen</translation>
    </message>
    <message>
        <source>No server looked at</source>
        <translation>Kein Server angesehen</translation>
    </message>
    <message>
        <source>Se&amp;arch the network</source>
        <translation>Net&amp;z durchsuchen</translation>
    </message>
    <message>
        <source>Shows who signed the server&apos;s certificate, to trust it</source>
        <translation>Zeigt, wer das Zertifikat des Servers unterschrieben hat, um ihm zu vertrauen</translation>
    </message>
    <message>
        <source>Stop loo&amp;king</source>
        <translation>&amp;Vorgang beenden</translation>
    </message>
    <message>
        <source>Stop se&amp;arching</source>
        <translation>Nicht &amp;weiter suchen</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>With one, computers get FOG&apos;s menu and tasks; without one, the boot menu of this laptop.</source>
        <translation>Mit ihm bekommen die Computer Menü und Aufgaben von FOG, ohne ihn das Boot-Menü dieses Laptops.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>FogServingCard</name>
    <message>
        <source>A finished computer goes to its own disk until I sa&amp;y otherwise</source>
        <translation>Ein fertiger Computer startet von der eigenen Pla&amp;tte, bis ich etwas anderes sage</translation>
    </message>
    <message>
        <source>Boot through</source>
        <translation>Booten über</translation>
    </message>
    <message>
        <source>FOG&apos;s menu and tasks are not offered to the computers of this room.</source>
        <translation>Menü und Aufgaben von FOG werden den Computern dieses Raums nicht angeboten.</translation>
    </message>
    <message>
        <source>For a server whose TFTP the computers do not reach, or whose address has changed. Its boot files are brought when you press Start.</source>
        <translation>Für einen Server, dessen TFTP die Computer nicht erreichen oder dessen Adresse sich geändert hat. Seine Boot-Dateien werden geholt, wenn Sie auf Start drücken.</translation>
    </message>
    <message>
        <source>How the room is served</source>
        <translation>Wie der Raum versorgt wird</translation>
    </message>
    <message>
        <source>Point: computers get everything from the FOG server</source>
        <translation>Verweis: Die Computer bekommen alles vom FOG-Server</translation>
    </message>
    <message>
        <source>Relay: this laptop gives FOG&apos;s boot files, and leads to its menu</source>
        <translation>Relais: Dieser Laptop gibt FOGs Boot-Dateien aus und führt zu seinem Menü</translation>
    </message>
    <message>
        <source>This laptop only says where the server is. It must be reachable from the computers by TFTP and HTTP; ports 69 and 80 are not needed here.</source>
        <translation>Dieser Laptop sagt nur, wo der Server ist. Die Computer müssen ihn über TFTP und HTTP erreichen; die Ports 69 und 80 werden hier nicht gebraucht.</translation>
    </message>
    <message>
        <source>Type the address of a FOG server above, or search the network for one.</source>
        <translation>Geben Sie oben die Adresse eines FOG-Servers ein oder suchen Sie im Netzwerk nach einem.</translation>
    </message>
    <message>
        <source>Without FOG: boot files and menu of this laptop</source>
        <translation>Ohne FOG: Boot-Dateien und Menü dieses Laptops</translation>
    </message>
</context>
<context>
    <name>FogStorageCard</name>
    <message>
        <source>1 node</source>
        <translation>1 Knoten</translation>
    </message>
    <message>
        <source>1 task runs there.</source>
        <translation>Dort läuft 1 Aufgabe.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Ask the no&amp;des</source>
        <translation>Knoten &amp;fragen</translation>
    </message>
    <message>
        <source>Asks the server for its storage nodes, and each for its space</source>
        <translation>Fragt den Server nach seinen Speicherknoten und jeden nach seinem Platz</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Bei der Arbeit</translation>
    </message>
    <message>
        <source>FOG&apos;s own nodes do the imaging; this laptop shows the way to them.</source>
        <translation>Die Images übertragen FOGs eigene Knoten; dieser Laptop zeigt den Weg zu ihnen.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Noch nicht angesehen</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Storage nodes</source>
        <translation>Speicherknoten</translation>
    </message>
    <message>
        <source>Told only to somebody who is signed in</source>
        <translation>Nur für Angemeldete</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>{count} nodes</source>
        <translation>{count} Knoten</translation>
    </message>
    <message>
        <source>{count} tasks run there.</source>
        <translation>Dort laufen {count} Aufgaben.</translation>
    </message>
    <message>
        <source>{node} (master)</source>
        <translation>{node} (Master)</translation>
    </message>
    <message>
        <source>{running} of {most}</source>
        <translation>{running} von {most}</translation>
    </message>
    <message>
        <source>{running} of {most}, {waiting} wait</source>
        <translation>{running} von {most}, {waiting} warten</translation>
    </message>
    <message>
        <source>{work}, {count} wait</source>
        <translation>{work}, {count} warten</translation>
    </message>
</context>
<context>
    <name>FogTasksCard</name>
    <message>
        <source> What is shown is as of {time}.</source>
        <translation> Gezeigt ist der Stand von {time}.</translation>
    </message>
    <message>
        <source>1 task</source>
        <translation>1 Aufgabe</translation>
    </message>
    <message>
        <source>Asking for the tasks…</source>
        <translation>Frage nach den Aufgaben…</translation>
    </message>
    <message>
        <source>Asks for the tokens of the server&apos;s API</source>
        <translation>Fragt nach den Token für die API des Servers</translation>
    </message>
    <message>
        <source>Cance&amp;l task…</source>
        <translation>Aufgabe a&amp;bbrechen…</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Deploy - No Snapins</source>
        <translation>Deploy - No Snapins</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Ends the chosen task on the server</source>
        <translation>Beendet die gewählte Aufgabe auf dem Server</translation>
    </message>
    <message>
        <source>FOG tells its tasks only to somebody with tokens of its API.</source>
        <translation>FOG nennt seine Aufgaben nur, wer Token für seine API hat.</translation>
    </message>
    <message>
        <source>Forgets the tokens, here and in the system&apos;s keyring</source>
        <translation>Vergisst die Token, hier und im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Noch</translation>
    </message>
    <message>
        <source>No server looked at</source>
        <translation>Kein Server angesehen</translation>
    </message>
    <message>
        <source>No task is active</source>
        <translation>Keine Aufgabe ist aktiv</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>S&amp;ign in…</source>
        <translation>An&amp;melden…</translation>
    </message>
    <message>
        <source>S&amp;ign out</source>
        <translation>Ab&amp;melden</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>the computer is there and waits</source>
        <translation>der Computer ist da und wartet</translation>
    </message>
    <message>
        <source>{count} in progress</source>
        <translation>{count} laufen</translation>
    </message>
    <message>
        <source>{count} tasks</source>
        <translation>{count} Aufgaben</translation>
    </message>
</context>
<context>
    <name>FogTasksDesk</name>
    <message>
        <source>The API of this server is off, so it tells no tasks. Switch it on in FOG&apos;s settings.</source>
        <translation>Die API dieses Servers ist aus, darum nennt er keine Aufgaben. Schalten Sie sie in den Einstellungen von FOG ein.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>1 address given</source>
        <translation>1 Adresse vergeben</translation>
    </message>
    <message>
        <source>Answering {ports}</source>
        <translation>Antwortet auf {ports}</translation>
    </message>
    <message>
        <source>DHCP servers were asked. Computers are answered only once you press Start.</source>
        <translation>DHCP-Server wurden gefragt. Computern wird erst geantwortet, wenn Sie auf Start drücken.</translation>
    </message>
    <message>
        <source>Nothing has been sent. FOG Portable starts answering only when you press Start.</source>
        <translation>Es wurde nichts gesendet. FOG Portable antwortet erst, wenn Sie auf Start drücken.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>{count} addresses given</source>
        <translation>{count} Adressen vergeben</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOG Portable guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the guide  (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the guide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDesk</name>
    <message>
        <source>Configuration (*.conf);;All files (*)</source>
        <translation>Konfiguration (*.conf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import dnsmasq configuration</source>
        <translation>dnsmasq-Konfiguration importieren</translation>
    </message>
</context>
<context>
    <name>ImportLineModel</name>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
</context>
<context>
    <name>ImportLines</name>
    <message>
        <source>Corrected</source>
        <translation>Berichtigt</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Nicht nötig</translation>
    </message>
    <message>
        <source>Not supported</source>
        <translation>Nicht unterstützt</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Only what needs your eyes</source>
        <translation>&amp;Nur was Ihre Augen braucht</translation>
    </message>
    <message>
        <source>&amp;Use this profile</source>
        <translation>Dieses &amp;Profil verwenden</translation>
    </message>
    <message>
        <source>Copy the whole report (Ctrl+C)</source>
        <translation>Den ganzen Bericht kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Import dnsmasq configuration</source>
        <translation>dnsmasq-Konfiguration importieren</translation>
    </message>
    <message>
        <source>Lines of the configuration</source>
        <translation>Zeilen der Konfiguration</translation>
    </message>
    <message>
        <source>Of {count} lines: {lines}. Nothing is saved until you save the profile.</source>
        <translation>Von {count} Zeilen: {lines}. Gespeichert wird erst, wenn Sie das Profil speichern.</translation>
    </message>
    <message>
        <source>To do: {sentence}</source>
        <translation>Zu tun: {sentence}</translation>
    </message>
    <message>
        <source>no line says anything</source>
        <translation>keine Zeile sagt etwas</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LearnedCard</name>
    <message>
        <source>, machine {prefix}…</source>
        <translation>, Gerät {prefix}…</translation>
    </message>
    <message>
        <source>Asked for on port 4011</source>
        <translation>Auf Port 4011 nachgefragt</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Computers that ignore one shape of offer get the next. What their model takes is remembered.</source>
        <translation>Computer, die eine Form des Angebots übergehen, bekommen die nächste. Was ihr Modell annimmt, wird gemerkt.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Forget all that was learned</source>
        <translation>Alles Gelernte vergessen</translation>
    </message>
    <message>
        <source>Forget the chosen model</source>
        <translation>Das gewählte Modell vergessen</translation>
    </message>
    <message>
        <source>Models and the shape they take</source>
        <translation>Modelle und die Form, die sie annehmen</translation>
    </message>
    <message>
        <source>Nothing is remembered.</source>
        <translation>Es ist nichts gemerkt.</translation>
    </message>
    <message>
        <source>The file with the offer</source>
        <translation>Die Datei im Angebot</translation>
    </message>
    <message>
        <source>The firmware&apos;s menu</source>
        <translation>Das Menü der Firmware</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Was gelernt wurde</translation>
    </message>
</context>
<context>
    <name>LeasesCard</name>
    <message>
        <source>1 address given on {card}</source>
        <translation>1 Adresse auf {card} vergeben</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Addresses given</source>
        <translation>Vergebene Adressen</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>Endet in</translation>
    </message>
    <message>
        <source>Hardware address</source>
        <translation>Hardware-Adresse</translation>
    </message>
    <message>
        <source>Leads to the side of the Boot page where it is set up</source>
        <translation>Führt zu dem Bereich der Seite Booten, in dem es eingerichtet wird</translation>
    </message>
    <message>
        <source>Leased</source>
        <translation>Vergeben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No address given yet</source>
        <translation>Noch keine Adresse vergeben</translation>
    </message>
    <message>
        <source>No address is given out</source>
        <translation>Es wird keine Adresse vergeben</translation>
    </message>
    <message>
        <source>Private network…</source>
        <translation>Privates Netzwerk…</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>That needs a private network, on a card of its own.</source>
        <translation>Dazu braucht es ein privates Netzwerk auf einer eigenen Karte.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>{card} gives one to who asks.</source>
        <translation>{card} gibt jedem eine, der fragt.</translation>
    </message>
    <message>
        <source>{count} addresses given on {card}</source>
        <translation>{count} Adressen auf {card} vergeben</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
</context>
<context>
    <name>LogFilters</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle Dienste</translation>
    </message>
    <message>
        <source>DHCP</source>
        <translation>DHCP</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find a computer, file or word</source>
        <translation>Computer, Datei oder Wort suchen</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>TFTP</source>
        <translation>TFTP</translation>
    </message>
    <message>
        <source>This level and graver ones</source>
        <translation>Diese Stufe und schwerere</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message>
        <source>After Start, every step of every computer is written here.</source>
        <translation>Nach dem Start wird hier jeder Schritt jedes Computers aufgeschrieben.</translation>
    </message>
    <message>
        <source>Choose a line to read it whole here.</source>
        <translation>Wählen Sie eine Zeile, um sie hier ganz zu lesen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown ({keys})</source>
        <translation>Die gewählten Zeilen kopieren, oder alle gezeigten ({keys})</translation>
    </message>
    <message>
        <source>Current line</source>
        <translation>Aktuelle Zeile</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Hold the list still; new lines wait and none is lost</source>
        <translation>Hält die Liste an; neue Zeilen warten, und keine geht verloren</translation>
    </message>
    <message>
        <source>Keep the newest line in sight; stops when you scroll up</source>
        <translation>Die neueste Zeile im Blick behalten; endet, wenn Sie nach oben blättern</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>No event passes this filter.</source>
        <translation>Kein Ereignis passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Es ist noch nichts geschehen.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>paused, {count} waiting</source>
        <translation>angehalten, {count} warten</translation>
    </message>
    <message>
        <source>{count} are missing here: they came faster than the log could keep them.</source>
        <translation>{count} fehlen hier: Sie kamen schneller, als das Protokoll sie behalten konnte.</translation>
    </message>
    <message>
        <source>{count} events</source>
        <translation>{count} Ereignisse</translation>
    </message>
    <message>
        <source>{shown} of {all} shown</source>
        <translation>{shown} von {all} gezeigt</translation>
    </message>
</context>
<context>
    <name>MenuEditor</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>0 waits until somebody chooses</source>
        <translation>0 wartet, bis jemand wählt</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add an entry below</source>
        <translation>Fügen Sie unten einen Eintrag hinzu</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Move the entry down</source>
        <translation>Den Eintrag nach unten verschieben</translation>
    </message>
    <message>
        <source>Move the entry up</source>
        <translation>Den Eintrag nach oben verschieben</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Neuer Eintrag</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>Auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the entry</source>
        <translation>Den Eintrag entfernen</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Seconds; 0 waits until somebody chooses</source>
        <translation>Sekunden; 0 wartet, bis jemand wählt</translation>
    </message>
    <message>
        <source>Something is missing in “{entry}”.</source>
        <translation>In „{entry}“ fehlt etwas.</translation>
    </message>
    <message>
        <source>Take the default after</source>
        <translation>Vorgabe nehmen nach</translation>
    </message>
    <message>
        <source>The iPXE script that computers get as boot.ipxe</source>
        <translation>Das iPXE-Skript, das Computer als boot.ipxe bekommen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Wait for ever</source>
        <translation>Unbegrenzt warten</translation>
    </message>
</context>
<context>
    <name>MenuEntryDelegate</name>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
</context>
<context>
    <name>MenuEntryForm</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>BCD</source>
        <translation>BCD</translation>
    </message>
    <message>
        <source>Boot file</source>
        <translation>Boot-Datei</translation>
    </message>
    <message>
        <source>By wimboot, on BIOS and UEFI x64, not under Secure Boot. Debian has no package of wimboot: put the file into the boot folder. BCD and boot.sdi may be left out with wimboot 2.7 or newer.</source>
        <translation>Mit wimboot, auf BIOS und UEFI x64, nicht unter Secure Boot. Debian hat kein Paket von wimboot: Legen Sie die Datei in den Boot-Ordner. BCD und boot.sdi dürfen ab wimboot 2.7 fehlen.</translation>
    </message>
    <message>
        <source>ISO</source>
        <translation>ISO</translation>
    </message>
    <message>
        <source>Initrd</source>
        <translation>Initrd</translation>
    </message>
    <message>
        <source>Install Debian</source>
        <translation>Debian installieren</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Make default</source>
        <translation>Zur Vorgabe machen</translation>
    </message>
    <message>
        <source>Surest with the image&apos;s own kernel and initrd; @iso@ in the arguments becomes the image&apos;s address. With memdisk: BIOS only. With neither, the image is read over HTTP: a BIOS starts any bootable CD, UEFI only one whose loader is made for UEFI and does not look for the CD again.</source>
        <translation>Am sichersten mit Kernel und Initrd des Abbilds selbst; @iso@ in den Argumenten wird zur Adresse des Abbilds. Mit memdisk: nur BIOS. Ohne beides wird das Abbild über HTTP gelesen: Ein BIOS startet jede bootfähige CD, UEFI nur eine, deren Loader für UEFI gemacht ist und die CD nicht noch einmal sucht.</translation>
    </message>
    <message>
        <source>Taken when nobody chooses</source>
        <translation>Wird genommen, wenn niemand wählt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>This is the default</source>
        <translation>Das ist die Vorgabe</translation>
    </message>
    <message>
        <source>WIM</source>
        <translation>WIM</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Web-Adresse</translation>
    </message>
    <message>
        <source>boot.sdi</source>
        <translation>boot.sdi</translation>
    </message>
    <message>
        <source>memdisk</source>
        <translation>memdisk</translation>
    </message>
    <message>
        <source>such as {example}</source>
        <translation>etwa {example}</translation>
    </message>
    <message>
        <source>such as {example}, one per line</source>
        <translation>etwa {example}, einer je Zeile</translation>
    </message>
    <message>
        <source>wimboot</source>
        <translation>wimboot</translation>
    </message>
</context>
<context>
    <name>MenuEntryModel</name>
    <message>
        <source>(no text)</source>
        <translation>(kein Text)</translation>
    </message>
    <message>
        <source>Boot from the local disk</source>
        <translation>Von der lokalen Festplatte booten</translation>
    </message>
    <message>
        <source>Go to a boot file</source>
        <translation>Zu einer Boot-Datei gehen</translation>
    </message>
    <message>
        <source>Go to a web address</source>
        <translation>Zu einer Web-Adresse gehen</translation>
    </message>
    <message>
        <source>Open the iPXE shell</source>
        <translation>Die iPXE-Shell öffnen</translation>
    </message>
    <message>
        <source>Start Windows PE</source>
        <translation>Windows PE starten</translation>
    </message>
    <message>
        <source>Start a Linux kernel</source>
        <translation>Einen Linux-Kernel starten</translation>
    </message>
    <message>
        <source>Start an ISO image</source>
        <translation>Ein ISO-Abbild starten</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>kein Text</translation>
    </message>
    <message>
        <source>the default</source>
        <translation>die Vorgabe</translation>
    </message>
</context>
<context>
    <name>MenuMeter</name>
    <message>
        <source>, too many</source>
        <translation>, zu viel</translation>
    </message>
    <message>
        <source>No menu</source>
        <translation>Kein Menü</translation>
    </message>
    <message>
        <source>{kind}: {size} of {budget} bytes</source>
        <translation>{kind}: {size} von {budget} Byte</translation>
    </message>
</context>
<context>
    <name>MenuScreen</name>
    <message>
        <source>What the computers show</source>
        <translation>Was die Computer zeigen</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;About FOG Portable</source>
        <translation>&amp;Über FOG Portable</translation>
    </message>
    <message>
        <source>&amp;Before you start</source>
        <translation>&amp;Vor dem Start</translation>
    </message>
    <message>
        <source>&amp;Boot</source>
        <translation>&amp;Booten</translation>
    </message>
    <message>
        <source>&amp;Boot from the network again</source>
        <translation>Wieder über das Netzwerk &amp;booten</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>&amp;Computer</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>&amp;Dunkle Farben</translation>
    </message>
    <message>
        <source>&amp;Deploy an image…</source>
        <translation>Image verte&amp;ilen…</translation>
    </message>
    <message>
        <source>&amp;FOG</source>
        <translation>&amp;FOG</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Get boot files…</source>
        <translation>Boot-Dateien &amp;holen…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Import dnsmasq configuration…</source>
        <translation>dnsmasq-Konfiguration &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>&amp;New profile</source>
        <translation>&amp;Neues Profil</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>Nächster &amp;Teil des Fensters</translation>
    </message>
    <message>
        <source>&amp;Next that needs you</source>
        <translation>&amp;Nächster, der Hilfe braucht</translation>
    </message>
    <message>
        <source>&amp;Open profile…</source>
        <translation>Profil ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation>V&amp;origer Teil des Fensters</translation>
    </message>
    <message>
        <source>&amp;Previous that needs you</source>
        <translation>&amp;Voriger, der Hilfe braucht</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Register in FOG…</source>
        <translation>In FOG &amp;registrieren…</translation>
    </message>
    <message>
        <source>&amp;Rehearse without PCs</source>
        <translation>Probe&amp;lauf ohne PCs</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>&amp;Raum</translation>
    </message>
    <message>
        <source>&amp;Save profile</source>
        <translation>Profil &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;What would FOG give it?</source>
        <translation>Was würde FOG ihm &amp;geben?</translation>
    </message>
    <message>
        <source>Appro&amp;ve</source>
        <translation>&amp;Freigeben</translation>
    </message>
    <message>
        <source>Approve all that wa&amp;it</source>
        <translation>Alle &amp;Wartenden freigeben</translation>
    </message>
    <message>
        <source>C&amp;apture its disk…</source>
        <translation>Seine &amp;Platte aufnehmen…</translation>
    </message>
    <message>
        <source>Cancel its &amp;task…</source>
        <translation>Seine &amp;Aufgabe abbrechen…</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Farben des S&amp;ystems</translation>
    </message>
    <message>
        <source>D&amp;one: to its own disk</source>
        <translation>Fer&amp;tig: auf die eigene Platte</translation>
    </message>
    <message>
        <source>L&amp;ight colours</source>
        <translation>&amp;Helle Farben</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>&amp;Netzwerk</translation>
    </message>
    <message>
        <source>Onl&amp;y computers I approve</source>
        <translation>Nur freigegebene &amp;Computer</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Roo&amp;m…</source>
        <translation>Ra&amp;um…</translation>
    </message>
    <message>
        <source>S&amp;erve</source>
        <translation>B&amp;etrieb</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Sto&amp;pp</translation>
    </message>
    <message>
        <source>Save profile &amp;as…</source>
        <translation>Profil speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Stop &amp;by itself…</source>
        <translation>&amp;Von selbst stoppen…</translation>
    </message>
    <message>
        <source>Take the approva&amp;l back</source>
        <translation>Freigabe zurückneh&amp;men</translation>
    </message>
    <message>
        <source>Wa&amp;ke by FOG</source>
        <translation>Per F&amp;OG aufwecken</translation>
    </message>
    <message>
        <source>Wake from &amp;here</source>
        <translation>Von &amp;hier aufwecken</translation>
    </message>
    <message>
        <source>Wake the whole roo&amp;m from here…</source>
        <translation>Den ganzen Raum von hier aufw&amp;ecken…</translation>
    </message>
</context>
<context>
    <name>NetworkAnswer</name>
    <message>
        <source>Nobody answers on {card}, so computers get no address there. Start the site&apos;s DHCP server, or set up a private network.</source>
        <translation>Auf {card} antwortet niemand, also bekommen Computer dort keine Adresse. Starten Sie den DHCP-Server des Standorts oder richten Sie ein privates Netzwerk ein.</translation>
    </message>
    <message>
        <source>Nobody else answers on {card}: addresses can be given there.</source>
        <translation>Auf {card} antwortet sonst niemand: Dort können Adressen vergeben werden.</translation>
    </message>
    <message>
        <source>{server} gives addresses on {card}, as a site needs it.</source>
        <translation>{server} vergibt Adressen auf {card}, wie es ein Standort braucht.</translation>
    </message>
    <message>
        <source>{server} gives addresses on {card}, so a private network is refused there. Serve {card} without one, or unplug that server.</source>
        <translation>{server} vergibt Adressen auf {card}, darum wird ein privates Netzwerk dort abgelehnt. Nehmen Sie {card} ohne privates Netzwerk oder stecken Sie jenen Server ab.</translation>
    </message>
</context>
<context>
    <name>NetworkDesk</name>
    <message>
        <source>Stopped before it was known whether one answers</source>
        <translation>Beendet, bevor bekannt war, ob einer antwortet</translation>
    </message>
</context>
<context>
    <name>NetworkPicker</name>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Private network on {card} only</source>
        <translation>Nur privates Netzwerk auf {card}</translation>
    </message>
    <message>
        <source>The network card that computers are answered on</source>
        <translation>Die Netzwerkkarte, auf der Computern geantwortet wird</translation>
    </message>
    <message>
        <source>The private network only</source>
        <translation>Nur das private Netzwerk</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>1 of {count}</source>
        <translation>1 von {count}</translation>
    </message>
    <message>
        <source>H&amp;ide</source>
        <translation>Schl&amp;ießen</translation>
    </message>
    <message>
        <source>Hides this notice</source>
        <translation>Schließt diesen Hinweis</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Asked for on port 4011</source>
        <translation>Auf Port 4011 nachgefragt</translation>
    </message>
    <message>
        <source>Automatic: who ignores one shape gets the next</source>
        <translation>Automatisch: Wer eine Form übergeht, bekommt die nächste</translation>
    </message>
    <message>
        <source>How firmware is told</source>
        <translation>Wie es der Firmware gesagt wird</translation>
    </message>
    <message>
        <source>Networks behind relays</source>
        <translation>Netzwerke hinter Relays</translation>
    </message>
    <message>
        <source>Other TFTP server</source>
        <translation>Anderer TFTP-Server</translation>
    </message>
    <message>
        <source>Shape of the offer</source>
        <translation>Form des Angebots</translation>
    </message>
    <message>
        <source>The boot menu, as a script</source>
        <translation>Das Boot-Menü, als Skript</translation>
    </message>
    <message>
        <source>The file with the offer</source>
        <translation>Die Datei im Angebot</translation>
    </message>
    <message>
        <source>The firmware&apos;s menu</source>
        <translation>Das Menü der Firmware</translation>
    </message>
    <message>
        <source>The same as firmware (PXELINUX, GRUB)</source>
        <translation>Dasselbe wie die Firmware (PXELINUX, GRUB)</translation>
    </message>
    <message>
        <source>What iPXE gets</source>
        <translation>Was iPXE bekommt</translation>
    </message>
    <message>
        <source>none, or 192.168.2.0/24</source>
        <translation>keine, oder 192.168.2.0/24</translation>
    </message>
    <message>
        <source>this laptop</source>
        <translation>dieser Laptop</translation>
    </message>
</context>
<context>
    <name>OptionsCard</name>
    <message>
        <source>A text in plain letters, or bytes such as 0x c0 a8 01 14.</source>
        <translation>Ein Text in einfachen Buchstaben, oder Bytes wie 0x c0 a8 01 14.</translation>
    </message>
    <message>
        <source>DHCP options</source>
        <translation>DHCP-Optionen</translation>
    </message>
    <message>
        <source>For which computers</source>
        <translation>Für welche Computer</translation>
    </message>
    <message>
        <source>Further DHCP options, by number</source>
        <translation>Weitere DHCP-Optionen, nach Nummer</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>PXELINUX configuration (209)</source>
        <translation>PXELINUX-Konfiguration (209)</translation>
    </message>
    <message>
        <source>PXELINUX prefix (210)</source>
        <translation>PXELINUX-Präfix (210)</translation>
    </message>
    <message>
        <source>Root path (17)</source>
        <translation>Root-Pfad (17)</translation>
    </message>
    <message>
        <source>Send the TFTP server&apos;s address as option 150</source>
        <translation>Die Adresse des TFTP-Servers als Option 150 senden</translation>
    </message>
    <message>
        <source>The number of an option is 1 to 254.</source>
        <translation>Die Nummer einer Option ist 1 bis 254.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>every computer</source>
        <translation>alle Computer</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
</context>
<context>
    <name>Parsing</name>
    <message>
        <source>{text} is neither bios, x64, ia32, arm64 nor a number.</source>
        <translation>{text} ist weder bios, x64, ia32, arm64 noch eine Zahl.</translation>
    </message>
    <message>
        <source>{text} is not a UUID.</source>
        <translation>{text} ist keine UUID.</translation>
    </message>
    <message>
        <source>{text} is not a network such as 192.168.2.0/24.</source>
        <translation>{text} ist kein Netzwerk wie 192.168.2.0/24.</translation>
    </message>
    <message>
        <source>{text} is not an address such as 192.168.1.20.</source>
        <translation>{text} ist keine Adresse wie 192.168.1.20.</translation>
    </message>
    <message>
        <source>{text} is not an address such as 52:54:00:12:34:56, nor the beginning of one.</source>
        <translation>{text} ist keine Adresse wie 52:54:00:12:34:56 und auch nicht der Anfang einer solchen.</translation>
    </message>
    <message>
        <source>{text} is not an address such as 52:54:00:12:34:56.</source>
        <translation>{text} ist keine Adresse wie 52:54:00:12:34:56.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Forget known networks</source>
        <translation>&amp;Bekannte Netzwerke vergessen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Show expert settings</source>
        <translation>&amp;Experten-Einstellungen zeigen</translation>
    </message>
    <message>
        <source>1 network is forgotten.</source>
        <translation>1 Netzwerk ist vergessen.</translation>
    </message>
    <message>
        <source>A language counts from the next start of the program.</source>
        <translation>Eine Sprache gilt ab dem nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Shapes of offers, further DHCP options, TFTP and HTTP.</source>
        <translation>Formen des Angebots, weitere DHCP-Optionen, TFTP und HTTP.</translation>
    </message>
    <message>
        <source>The side Expert of the Boot page</source>
        <translation>Der Bereich Experte der Seite Booten</translation>
    </message>
    <message>
        <source>{count} networks are forgotten.</source>
        <translation>{count} Netzwerke sind vergessen.</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Entries of the menu</source>
        <translation>Einträge des Menüs</translation>
    </message>
    <message>
        <source>What FOG would give</source>
        <translation>Was FOG geben würde</translation>
    </message>
    <message>
        <source>What is on its disk is lost then.</source>
        <translation>Was auf der Platte ist, geht dann verloren.</translation>
    </message>
    <message>
        <source>{entry}  (taken by itself)</source>
        <translation>{entry}  (wird von selbst genommen)</translation>
    </message>
</context>
<context>
    <name>PrivateNetworkSide</name>
    <message>
        <source>A network of your own</source>
        <translation>Ein eigenes Netzwerk</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Choose the card on which addresses are given.</source>
        <translation>Wählen Sie die Karte, auf der Adressen vergeben werden.</translation>
    </message>
    <message>
        <source>Computers that always get the same address</source>
        <translation>Computer, die immer dieselbe Adresse bekommen</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>First address</source>
        <translation>Erste Adresse</translation>
    </message>
    <message>
        <source>For a card on which nobody else gives addresses, such as a bare switch in a gym. FOG Portable looks before it starts, refuses where another DHCP server answers, and falls silent when one appears.</source>
        <translation>Für eine Karte, auf der sonst niemand Adressen vergibt, etwa ein einzelner Switch in einer Turnhalle. FOG Portable sieht vor dem Start nach, lehnt ab, wo ein anderer DHCP-Server antwortet, und verstummt, sobald einer auftaucht.</translation>
    </message>
    <message>
        <source>Give addresses on a card of its own</source>
        <translation>Adressen auf einer eigenen Karte vergeben</translation>
    </message>
    <message>
        <source>Hardware address</source>
        <translation>Hardware-Adresse</translation>
    </message>
    <message>
        <source>Last address</source>
        <translation>Letzte Adresse</translation>
    </message>
    <message>
        <source>Lease time</source>
        <translation>Lease-Zeit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>Namensserver</translation>
    </message>
    <message>
        <source>Network card</source>
        <translation>Netzwerkkarte</translation>
    </message>
    <message>
        <source>No address is given out</source>
        <translation>Es wird keine Adresse vergeben</translation>
    </message>
    <message>
        <source>Private network</source>
        <translation>Privates Netzwerk</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>The last address comes before the first one.</source>
        <translation>Die letzte Adresse liegt vor der ersten.</translation>
    </message>
    <message>
        <source>The lease never ends</source>
        <translation>Die Lease endet nie</translation>
    </message>
    <message>
        <source>The network card on which addresses are given</source>
        <translation>Die Netzwerkkarte, auf der Adressen vergeben werden</translation>
    </message>
    <message>
        <source>{card} is not there now.</source>
        <translation>{card} ist jetzt nicht da.</translation>
    </message>
    <message>
        <source>{card} is served already, and the site gives the addresses there.</source>
        <translation>{card} wird schon versorgt, und der Standort vergibt dort die Adressen.</translation>
    </message>
</context>
<context>
    <name>ProfileDesk</name>
    <message>
        <source>room</source>
        <translation>raum</translation>
    </message>
</context>
<context>
    <name>ProfileFiles</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open profile</source>
        <translation>Profil öffnen</translation>
    </message>
    <message>
        <source>Profiles (*.toml)</source>
        <translation>Profile (*.toml)</translation>
    </message>
    <message>
        <source>Save profile as</source>
        <translation>Profil speichern unter</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Boot</source>
        <translation>Booten</translation>
    </message>
    <message>
        <source>FOG</source>
        <translation>FOG</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Webseiten</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>{page} (Ctrl+{key})</source>
        <translation>{page} (Strg+{key})</translation>
    </message>
</context>
<context>
    <name>RegisterDialog</name>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Namen</translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation>&amp;Registrieren</translation>
    </message>
    <message>
        <source>Computers and their names</source>
        <translation>Computer und ihre Namen</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Register in FOG</source>
        <translation>In FOG registrieren</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>room-## counts over names that are free; pc-@ takes the end of the hardware address.</source>
        <translation>raum-## zählt über freie Namen; pc-@ nimmt das Ende der Hardware-Adresse.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>1 came to the menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 computer</source>
        <translation type="unfinished">1 Computer</translation>
    </message>
    <message>
        <source>1 needs somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of the room&apos;s {count} computers was not heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of {computers} was handed over in {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 other device was left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 was not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 was on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished">Adresse</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished">Adressen</translation>
    </message>
    <message>
        <source>All computers that asked for network boot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking</source>
        <translation type="unfinished">Fragt an</translation>
    </message>
    <message>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boot file it names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boot files</source>
        <translation type="unfinished">Boot-Dateien</translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished">Karte</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished">Computer</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation type="unfinished">Computer</translation>
    </message>
    <message>
        <source>Computers by how far they have come, at the end: {stages}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computers with something wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished">Fertig</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOG server</source>
        <translation type="unfinished">FOG-Server</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished">Fehlgeschlagen</translation>
    </message>
    <message>
        <source>First heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation type="unfinished">Übergeben</translation>
    </message>
    <message>
        <source>How far the computers came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation type="unfinished">Image läuft</translation>
    </message>
    <message>
        <source>In menu</source>
        <translation type="unfinished">Im Menü</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation type="unfinished">Übergangen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished">Lädt</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maker and firmware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished">Braucht Hilfe</translation>
    </message>
    <message>
        <source>No computer has asked for network boot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No computer has been heard yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other server of addresses or network boot was heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of {computers} was handed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that stands in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing went wrong with any computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other servers on the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished">Tempo</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished">Raum</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the room over {time}: at most {peak} after {moment}, {mean} on average while something was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished">Server</translation>
    </message>
    <message>
        <source>Servers that were heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session report: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent</source>
        <translation type="unfinished">Verstummt</translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished">Zustand</translation>
    </message>
    <message>
        <source>This was a rehearsal: the computers were made of software, and nothing left this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it did last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What that means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local, {zone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no list of computers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: a proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pointed at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{card} ({address}), addresses given out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} came to the menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} computers</source>
        <translation type="unfinished">{count} Computer</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation type="unfinished">{count} h</translation>
    </message>
    <message>
        <source>{count} need somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {computers} came to the boot menu in {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {computers} were handed over in {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} other devices were left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation type="unfinished">{count} s</translation>
    </message>
    <message>
        <source>{count} were not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} were on their way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} of the room&apos;s {count} computers were not heard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoomBar</name>
    <message>
        <source>Computers handed over</source>
        <translation>Übergebene Computer</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>0 means no list</source>
        <translation>0 heißt keine Liste</translation>
    </message>
    <message>
        <source>C&amp;omputers</source>
        <translation>C&amp;omputer</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No list</source>
        <translation>Keine Liste</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Room 204</source>
        <translation>Raum 204</translation>
    </message>
    <message>
        <source>With a number, the window says how many are done and which were not seen.</source>
        <translation>Mit einer Anzahl sagt das Fenster, wie viele fertig sind und welche nicht gesehen wurden.</translation>
    </message>
</context>
<context>
    <name>RoomRows</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find  (Ctrl+F)</source>
        <translation>Suchen  (Strg+F)</translation>
    </message>
</context>
<context>
    <name>RowsFrame</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
</context>
<context>
    <name>RulesSide</name>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>As the room&apos;s</source>
        <translation>Wie der Raum</translation>
    </message>
    <message>
        <source>Asked for on port 4011</source>
        <translation>Auf Port 4011 nachgefragt</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Boot file</source>
        <translation>Boot-Datei</translation>
    </message>
    <message>
        <source>Gets no answer at all</source>
        <translation>Bekommt gar keine Antwort</translation>
    </message>
    <message>
        <source>Hardware address</source>
        <translation>Hardware-Adresse</translation>
    </message>
    <message>
        <source>Hardware addresses, or how several begin (52:54:00), with commas between them.</source>
        <translation>Hardware-Adressen, oder wie mehrere beginnen (52:54:00), mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>Never these</source>
        <translation>Diese nie</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Rules, the first that fits wins</source>
        <translation>Regeln, die erste passende gilt</translation>
    </message>
    <message>
        <source>Shape of the offer</source>
        <translation>Form des Angebots</translation>
    </message>
    <message>
        <source>TFTP server</source>
        <translation>TFTP-Server</translation>
    </message>
    <message>
        <source>The file with the offer</source>
        <translation>Die Datei im Angebot</translation>
    </message>
    <message>
        <source>The firmware&apos;s menu</source>
        <translation>Das Menü der Firmware</translation>
    </message>
    <message>
        <source>The first rule that fits a computer and says something wins. What is left empty fits everybody.</source>
        <translation>Es gilt die erste Regel, die zu einem Computer passt und etwas sagt. Was leer bleibt, passt zu jedem.</translation>
    </message>
    <message>
        <source>UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>Who may boot</source>
        <translation>Wer booten darf</translation>
    </message>
    <message>
        <source>every computer, or bios, x64, ia32, arm64</source>
        <translation>alle Computer, oder bios, x64, ia32, arm64</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>iPXE script</source>
        <translation>iPXE-Skript</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>the boot menu</source>
        <translation>das Boot-Menü</translation>
    </message>
    <message>
        <source>the room&apos;s</source>
        <translation>wie der Raum</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>A boot server, {server}, answers, but nobody gives addresses on {interface}, so no computer starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of the program itself is missing or broken: {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A switch with spanning tree is on this cable: unless a port is an edge port, a computer waits up to {wait_s} seconds after power-on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A task of the FOG server names {own} for its files, where nothing answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add --interface with one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a boot file for {arch} on the Boot page or with --boot, and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image is captured from one computer, but several are chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ordinary user may not read the firewall&apos;s rules, so it is not known whether it lets in {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another FOG Portable, {server}, answers the same computers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another boot server, {server}, answers the same computers: UEFI takes {uefi}, iPXE takes {ipxe}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve it in the menu of its row, or add its hardware address to the file of --approve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again after that time, and look at the VLAN when it stays so; on the switch, PortFast (an edge port) ends the wait for computers too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boot files are brought by apt, which this machine does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing the boot files was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel it in FOG under Tasks, Active Tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel it with fogportable fog cancel, or leave those computers out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture a computer into it first, unless you know that its files are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture into another image if the old one is still needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture on an Ethernet card, or on all cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it back in FOG afterwards if it shall have another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change that in FOG and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the firmware&apos;s menu, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the options of answers, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its name and whether you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that https is served on that port, or give the address with http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is a FOG server of version 1.5 or 1.6 and that FOG was installed whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is switched on, that this laptop is in its network, and that its web server runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address is right and that FOG was installed whole; its installer may be run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that there is room on the disk and that you may write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that this is the address of a FOG server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that {file} is a stock iPXE or has no script of its own that loads itself again, then restart the computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address; if FOG&apos;s pages are not below /fog/, say where, as in http://{address}/imaging/.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the cable and the address of this card, then wake the computers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the cable and this laptop&apos;s firewall, then restart the computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the clock of this laptop; if it is right, run FOG&apos;s installer on the server again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the rights of that folder, or name another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the rights of that folder, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the rights of that folder; addresses are given all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the rights of that folder; what stood in the list stands there still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the rights of {folder}, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name, and that this user may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name, or leave it out to start with the defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the names before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and try again, or choose a folder: fogportable bootfiles get --from DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling, or give the FOG server&apos;s IP address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the version of the server; FOG 1.5 and 1.6 are known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a boot program such as snponly.efi or undionly.kpxe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file made for {arch}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file of your own for ia32, such as a GRUB image, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that exists, or get boot files with the button Get boot files or with: fogportable bootfiles get.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that holds boot programs, such as the TFTP folder of a boot server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that is there and that you may write in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with boot files instead: fogportable bootfiles get --from DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a longer range or a shorter lease time, and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a part of it, such as {part}, or give the FOG server&apos;s address or name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another address within {network}; not its first or last one, nor {ours}, which is ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or add --force to write a new profile over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place; the file that was there is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose computers in the table, or name them by their hardware addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose its card on the Boot page, or switch the private network off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one or more rows on the Room page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the network that the FOG server is in, such as 10.0.0.0/24.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the network that the computers are on, or run a rehearsal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the network that the computers are on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the one whose disk is to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the wired network that the computers are on, or expect only those behind the access point&apos;s own cables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the wired network that the computers are on, unless these virtual machines are meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the wired network that the computers are on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose them again under File &gt; Preferences; the old file is kept beside the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the lid may put this laptop to sleep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it with the one on the server, then say it: fogportable fog trust {address} --fingerprint SHA256.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computers go to {own}; if the server moved, write its new address into FOG_WEB_HOST and the storage node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect this laptop to that network, or choose the one it is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again from FOG under FOG Configuration, FOG Settings, API System.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again from the API tab of the user in FOG, and see that the API is enabled for that user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again, or run: fogportable bootfiles get.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy management/other/ca.cert.der from the server, and give it with --ca FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the file again, or end the capture in the program that makes it before you copy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy them as FOG shows them; in a file the API token is the first line and the user token the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct that in the window and save again; the file that was there is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debian&apos;s ipxe package has no file for 32-bit UEFI (ia32).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it in FOG under Groups once the multicast runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not use this connection before you know why; somebody may be in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOG boots BIOS, UEFI x64, UEFI ia32 and UEFI ARM64; let this computer boot from its own disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOG gives a computer one task at a time, and these have one: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOG gives a host its own image, so {names} will have {image} from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOG has nothing for {arch}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOG itself chooses the storage node, in the group {group}: its API takes none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some room, so that leases and what is remembered can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GRUB {version} in {file} asks the network&apos;s own DHCP server for its menu, not us, so it ends at grub&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get it with the button Get boot files or with: fogportable bootfiles get, or choose a folder with boot files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get them with the button Get boot files or with: fogportable bootfiles get, or choose files of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a certificate as FOG has it, in DER or PEM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give both FOGPORTABLE_FOG_API_TOKEN and FOGPORTABLE_FOG_USER_TOKEN; only a token of FOG 1.6 with fog_ stands alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one of the two another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give {interface} an address of that network, or choose a range within {network}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the room&apos;s computers entered there; network boot is then answered beside it as anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If FOG was set up anew, look at its authority and pin that: fogportable fog trust {address}; if not, another machine answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If computers get no answer, let these ports in ({command}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If computers give up with PXE-E51 or PXE-E16, set PortFast (edge port) on their ports, or put a simple switch between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the server moved, run FOG&apos;s installer on it again, or change the address in its default.ipxe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you did not change it yourself, run: fogportable bootfiles get.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In FOG, set FOG_TFTP_HOST in the settings and the IP address of the storage node to {used}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In FOG, under FOG Configuration, FOG Settings, Web Server, set FOG_WEB_HOST to {used}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In FOG, under FOG Configuration, FOG Settings, {category}, set {name} to {used}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In FOG, under Storage Management, set its IP address to {used}, or start it if it is another machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In FOG, under Storage Management, set the IP address of its storage node to {used}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install FOG Portable again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a newer FOG Portable, or write schema_version = {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package debian-archive-keyring, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be seen whether another DHCP server is on {interface}, so no address is given out there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known yet what kind of computer {mac} is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was left out; run FOG&apos;s installer on the server again, so that its own iPXE lies there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it open while computers boot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it so, or have options 60 and 43 removed from {dhcp} to serve from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it where they are meant to share the work; otherwise unplug the stray one, often a small router.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out --ipxe-script, or the FOG server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave root and set out, so that FOG&apos;s own boot files are served, or name an iPXE that has params.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let only yourself read it: chmod 600 {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let them in while you serve ({command}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let them in yourself ({commands}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let {interface} take its address from the site by DHCP, or give it one of that network by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} of {file} does not begin with a hardware address, but with {word}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again, or give the FOG server&apos;s address or name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the error log of its web server, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the names with fogportable fog hosts {address}, or register it with fogportable fog register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the names with fogportable fog images {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a cable that connects a switch with itself or two switches twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in FOG whether it was deleted meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look under Tasks in FOG; it may be over already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look with fogportable fog tasks {address} at what it still did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make #!ipxe the first line of the script.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend that line and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file below {root}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a script that exists, or leave it out to serve the menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name another file, or move that one away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name another folder, or move that away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name another folder, or move that file away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name it with --fog ADDRESS, or write server in [fog] of the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the network that the computers are on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the text file, such as /etc/dnsmasq.d/ltsp.conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No FOG server answers in {network}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No FOG server was looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address is left between {first} and {last} on {interface}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No boot file is chosen for any kind of computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No boot file was found in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card is chosen for the private network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No computer is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No computer to wake is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encrypted connection to {address} came about: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image is chosen in FOG for {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyring runs here that could keep the tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No machine called {host} can be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No machine has an address in {network}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network interface is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network interface is named, neither by a flag nor by a profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answers on {interface} yet, and a switch with spanning tree keeps a new port waiting for up to {wait_s} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answers on {interface}: no DHCP server and no boot server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be sent into {network}: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be sent on {interface}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs to be done: UEFI and iPXE take FOG Portable&apos;s answer before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs to be done: an address is checked before it is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs to be done: that address was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was captured into the image {image} yet, as far as FOG tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done: it was not confirmed that {count} shall be worked on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the two tokens for the FOG server one is missing: {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this system what the site&apos;s DHCP server offers to others cannot be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {free} are free on the disk of {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {url} in a browser, let it update the database, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {url} in a browser; it shows what the server waits for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others may read the tokens in {file} (mode {mode}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own broadcasts came back on {interface}, so a cable leads round in a circle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug into a port of the room&apos;s own network, or serve a private network where there is no DHCP server at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug it in again; serving goes on by itself once it has its address back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug it in, or the computers that are loading are cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug it into the site&apos;s network and wait for an address, or give it one by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug the cable in, or choose another network interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug this laptop in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} is used by another program that this user may not see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} is used by {holder} (process {pid}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a signed {next} into the same folder, or run: fogportable bootfiles get secure-boot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put them into the keyring with fogportable fog login, or set the two variables, or name a file with --token-file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {file} into {root}, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove option 60 from {server}, or set its next server to {own}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove options 60 and 43 from {server}; nothing that is sent from here can win against them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove that sub-option from {server}, or iPXE boots what that server names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the computers that were loading; new ones use the new address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run FOG&apos;s installer on it again, or fetch a kernel in FOG under FOG Configuration, Kernel Update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run FOG&apos;s installer on the server again if there are such computers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run FOG&apos;s installer on the server again; without that file its boot programs stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it on Linux with sudo, or start the window, which asks for the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it with sudo, or start the window, which asks for the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the check as an administrator to know; if computers get no answer, let these ports in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: fogportable bootfiles get secure-boot. GRUB of Debian 13 comes to us. Or give addresses on a private network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as pcap or pcapng, as tcpdump and Wireshark do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which one all of them get, with --image NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which one, with --image NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See that it is switched on and in this network; if it is elsewhere, give its address or name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See that it is switched on and its cable is plugged in, then look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See that this laptop reaches TFTP (port 69) of the server, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether it is FOG&apos;s own, and pin it: fogportable fog trust {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serve from here, where every kind of computer gets its own file, or give that server one rule for each kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serve it where it is, with --root, or copy only its boot files into a folder of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serve {interface} without a private network, or unplug the other DHCP server and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving works all the same; if a computer does not boot, look at the boot options of the site&apos;s DHCP server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving works all the same; run it with sudo to be warned when the site&apos;s server stands in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the variables, name a file with --token-file, or type the tokens when asked; they are kept in memory only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some preferences in {file} do not count: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start FOG Portable from a terminal with sudo, or install the package pkexec.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start FOG Portable from a terminal with sudo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again and enter the password of an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again, and report it with the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it (tftpd-hpa) and let UDP port 69 through its firewall; until then no computer can load from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again when you like; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the database on the server, as with: systemctl restart mariadb, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the site&apos;s DHCP server, or serve a private network after that boot server was switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the other boot or DHCP server on this laptop, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop {holder} or choose another network, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on and let it ask for network boot, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on in FOG under FOG Configuration, FOG Settings, API System.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on in FOG under Images, or choose another image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch one of the two off when computers boot the wrong thing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch sleep off in its energy settings, and leave the lid open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back as an administrator: it stands in {file}, and its rules have the comment fog-portable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the entries of [pxe_menu] out of the profile, or the FOG server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the protection off in FOG under Images, or choose another image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API of the FOG server {address} does not know {page}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API of the FOG server {address} is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DHCP server {server} answers other computers on {interface} and not this laptop&apos;s question, so it gives addresses to known computers only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DHCP server {server} gives addresses such as {lease}, and this laptop has {own}, so computers may not reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DHCP server {server} names {file} to UEFI computers too, which is a file for BIOS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server calls itself {own}, but was reached as {used}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server gives {kernel} to {arch}, which cannot start it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} accepts the tokens, but their user may not use {page}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} answers {page} with a web page instead of {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} answers {page} with more than {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} answers {page} with something that is not {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} broke off in the middle of its answer to {page}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} cannot be reached: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} did not answer {page} within {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} does not accept the API token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} does not accept the user token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} does not give {files}, without which no computer is imaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} does not give {page}: it answers with status {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} does not hand out its certificate authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} failed at {page} with status {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} has a host with {macs} already: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} has no connection to its database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} has no image {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} has version {version}, which is neither 1.5 nor 1.6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} knows no host {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} knows no {page}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} refuses {page}: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} sends on to {url}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} tells that only to somebody with its two API tokens, and none were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} took the task for {host}, but does not show it among the active ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} was asked to cancel, but the task of {host} is still active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FOG server {address} was upgraded, and waits for the update of its database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TFTP server of {address} does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TFTP server of {address} has no boot file for {archs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TFTP server of {address} has no default.ipxe that leads to a FOG server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of {interface} changed from {before} to {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address {address} {whose} is not one that a computer on {interface} can have: its network is {network}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The addresses {first} to {last} do not lie in the network of {interface}, which is {network}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authority could not be pinned in {file}: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authority of {address} has the fingerprint {found}, not {given}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authority of {address} was not pinned; its fingerprint is {fingerprint}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The battery lasts about {minutes} min, and the room needs about {needed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The battery of this laptop has {rest} left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boot file {file} for {arch} is damaged: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boot file {file} for {arch} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boot file {file} for {arch} is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boot file {file} is for {actual}, but it is set for {arch}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boot file {file} lies outside the boot folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boot file {file} of the set {name} is not the one that was brought.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boot file {file} starts {next} next, which is not beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boot files could not be brought: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boot files of the FOG server {address} could not be brought; those kept from its version {version} are served.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boot folder {root} is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boot menu of the FOG server says that its images are at {own}, where nothing answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boot menu of the FOG server sends computers on to {own}, but the server was reached at {used}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boot ports below 1024 need rights that this user does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boot set {name} could not be stored: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capture {file} cannot be opened: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {address} is for {names}, not for {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {address} is not signed by the authority that was pinned for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {address} is not valid today: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {address} is signed by an authority that this machine does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computers do not have the same image: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration {file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default.ipxe of the FOG server leads computers to {own}, but the server was reached at {used}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default.ipxe on the FOG server&apos;s web pages leads computers to {own}, but the server was reached at {used}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The firewall of this laptop keeps out {what}: {rule}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The firewall of this laptop was not changed, so it may keep computers out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The firmware&apos;s menu of the profile does not lead to the FOG server {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group {group}, made in FOG for this multicast, could not be removed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The helper that opens the boot ports ended without opening them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The iPXE script {file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image {image} is protected in FOG, so nothing can be captured into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image {image} is switched off in FOG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring {keyring} did not do it: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of approved computers {file} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of given addresses {file} cannot be read, so it was begun anew; the old one is kept as {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of given addresses {file} could not be saved: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of learned offers {file} could not be saved: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {file} belongs to a script that FOG Portable makes itself, so it cannot be a boot file for {arch}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {pattern} cannot be used for new hosts: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network {network} has {count} addresses, and at most {most} are asked at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package list of {suite} could not be verified with this machine&apos;s keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preferences could not be written to {file}: {reason}. They count until you close the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile {file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile {file} could not be saved: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile {file} has a wrong value for {key} in line {line}: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile {file} has an unknown key {key} in line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile {file} has schema version {version}, which is newer than this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile {file} is not valid TOML in line {line}: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile {file} was not saved: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The questions to the FOG server {address} were broken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scripts could not be written into {folder}: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting {name} of the FOG server says {own}, but the server was reached at {used}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site serves network boot itself: UEFI computers boot from {server} ({what}), and no proxy&apos;s answer comes before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site&apos;s DHCP server {server} gives boot instructions of its own (options 60 and 43), and UEFI computers follow them before any proxy&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site&apos;s DHCP server {server} makes iPXE pass over FOG Portable&apos;s answer (option 175, sub-option {option}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site&apos;s DHCP server {server} names a boot file of its own, {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site&apos;s DHCP server {server} says PXEClient (option 60) and sends UEFI computers to this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site&apos;s DHCP server {server} says PXEClient (option 60) without option 43, so UEFI computers ask {boot_server} on port 4011 and take no proxy&apos;s answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The storage node {name} of the FOG server is said to be at {own}, where nothing answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokens in {source} cannot be used: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {service} service stopped because of a fault in FOG Portable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file {file} already, and it was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no boot file for {arch} in this set, so this computer got no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no boot set called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display, so the window cannot open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no network interface called {interface} on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody to ask for the rights: neither pkexec with an agent nor sudo works here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is something at {folder} already that is not a boot set, and it was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer loaded {file} {count} times and came back each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop may go to sleep while it serves: the system did not allow to keep it awake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may not watch the network, so what the site&apos;s DHCP server offers cannot be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To use other nodes, change the storage groups of the image in FOG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays so, look at the error log of its web server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays so, look at the load of the server and at its database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays so, run FOG&apos;s installer on the server again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type its address on the FOG page, or find it on the network, and look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the number of computers when asked, or give it with --yes {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UEFI computers are answered on port 4011; if iPXE stops with Nothing to boot, remove option 60 from {server}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it and try again, or give the tokens by variables or with --token-file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unplug or switch off one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unplug the other DHCP server, or choose {interface} without a private network; then stop and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a server of FOG 1.6, or set a kernel for such computers in FOG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use that host, or change it in FOG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use that name, or run FOG&apos;s installer on the server again after its address has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the command line: fogportable serve or fogportable rehearse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the token of an administrator, or give that user the right in FOG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for you: only computers that you approve are answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web servers were too slow to tell whether they are FOG servers: {count} of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in the image {image} is lost, and replaced by what {host} has on its disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on the disks of {count} is lost, and {image} is written over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown may be incomplete; look for a newer FOG Portable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do for a FOG server was said, but not which server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was opened in the firewall of this laptop could not be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a DHCP server answers on {interface} cannot be seen here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the firewall lets in {what} hangs on a rule that cannot be judged from here: {rule}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which networks were served could not be written to {file}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a FOG server, iPXE gets the script that leads to it, and no other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as lab-## to count, or as pc-@ for the end of the hardware address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one address such as 52:54:00:12:34:56 on each line; what follows it is for people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {used} into its line with chain, or remove the file if nobody boots by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your system did not allow the boot ports, so nothing was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} answers, but not as a FOG server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is also used by another machine, {mac}, so computers may reach that one instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} servers give addresses on {interface}: {servers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} did not arrive: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds frames of a kind of link that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged from frame {frame} on; what stands before it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no configuration of dnsmasq: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a capture that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not an iPXE script: its first line is not #!ipxe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not the certificate of an authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is there already, and a report writes over nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is there already, was not made by this program, and was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is {product} {version} of {origin}, which has no command params and cannot run FOG&apos;s script.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} of the FOG server is {product} {version} of {origin}, which has no command params and cannot run FOG&apos;s script.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} of the FOG server {address} cannot be used: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is too large to copy: more than {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{interface} and {other} are both in the network {network}, so answers may leave by the wrong one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{interface} belongs to virtual machines or containers of this laptop, and reaches nobody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{interface} could not be asked for DHCP servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{interface} has no IPv4 address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{interface} has only {address}, which it gave itself because no DHCP server answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{interface} is a Wi-Fi card, and firmware boots over a cable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{interface} is a tunnel, and no computer starts through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{interface} is gone, so serving is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{interface} is switched off or its cable is unplugged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{interface} reaches this machine only, no other computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{interface} reaches this machine only, so nobody else can be asked there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} ({mac}) already gives out addresses on {interface}, so the private network was not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} ({mac}) began to give out addresses on {interface}, so the private network stopped giving any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{suggestion}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServeBar</name>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Netzwerk</translation>
    </message>
    <message>
        <source>&amp;Profiles…</source>
        <translation>P&amp;rofile…</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>Ra&amp;um</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>1 computer is still loading; it gets up to 30 s to finish.</source>
        <translation>1 Computer lädt noch; er bekommt bis zu 30 s, um fertig zu werden.</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 braucht Hilfe</translation>
    </message>
    <message>
        <source>All {computers} are handed over. You can stop now.</source>
        <translation>Alle {computers} sind übergeben. Sie können jetzt stoppen.</translation>
    </message>
    <message>
        <source>B&amp;oot</source>
        <translation>Bo&amp;oten</translation>
    </message>
    <message>
        <source>Boot</source>
        <translation>Booten</translation>
    </message>
    <message>
        <source>Chan&amp;ge…</source>
        <translation>&amp;Ändern…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Closing the boot ports.</source>
        <translation>Die Boot-Ports werden geschlossen.</translation>
    </message>
    <message>
        <source>FOG at {server}</source>
        <translation>FOG auf {server}</translation>
    </message>
    <message>
        <source>Get boot files…</source>
        <translation>Boot-Dateien holen…</translation>
    </message>
    <message>
        <source>No boot files yet</source>
        <translation>Noch keine Boot-Dateien</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Nicht bereit</translation>
    </message>
    <message>
        <source>Nothing has been sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Opening the boot ports. Your system may ask for your password.</source>
        <translation>Die Boot-Ports werden geöffnet. Vielleicht fragt Ihr System nach dem Passwort.</translation>
    </message>
    <message>
        <source>Opens and saves what is chosen here</source>
        <translation>Öffnet und speichert, was hier gewählt ist</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Ready, with one warning</source>
        <translation>Bereit, mit einer Warnung</translation>
    </message>
    <message>
        <source>Ready, with {count} warnings</source>
        <translation>Bereit, mit {count} Warnungen</translation>
    </message>
    <message>
        <source>Rehearsing</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Sto&amp;pp</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Serving goes on by itself when the network is back.</source>
        <translation>Der Betrieb geht von selbst weiter, wenn das Netzwerk zurück ist.</translation>
    </message>
    <message>
        <source>Set&amp;up…</source>
        <translation>Aus&amp;wahl…</translation>
    </message>
    <message>
        <source>Shows network, boot files and room</source>
        <translation>Zeigt Netzwerk, Boot-Dateien und Raum</translation>
    </message>
    <message>
        <source>Shows what can be changed while serving</source>
        <translation>Zeigt, was im Betrieb geändert werden kann</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Still loading: {computers}. They may finish; nobody new is answered.</source>
        <translation>Laden noch: {computers}. Sie dürfen fertig werden; neuen wird nicht geantwortet.</translation>
    </message>
    <message>
        <source>Stop no&amp;w</source>
        <translation>So&amp;fort stoppen</translation>
    </message>
    <message>
        <source>Stopped: nobody is answered now.</source>
        <translation>Gestoppt: Jetzt wird niemandem geantwortet.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stoppt</translation>
    </message>
    <message>
        <source>The boot files that computers get</source>
        <translation>Die Boot-Dateien, die Computer bekommen</translation>
    </message>
    <message>
        <source>Waiting for the first computer.</source>
        <translation>Warten auf den ersten Computer.</translation>
    </message>
    <message>
        <source>computers made of software</source>
        <translation>Computer aus Software</translation>
    </message>
    <message>
        <source>files made for the rehearsal</source>
        <translation>für den Probelauf gemachte Dateien</translation>
    </message>
    <message>
        <source>inside this laptop only</source>
        <translation>nur innerhalb dieses Laptops</translation>
    </message>
    <message>
        <source>{count} computers are still loading; they get up to 30 s to finish.</source>
        <translation>{count} Computer laden noch; sie bekommen bis zu 30 s, um fertig zu werden.</translation>
    </message>
    <message>
        <source>{count} in the menu</source>
        <translation>{count} im Menü</translation>
    </message>
    <message>
        <source>{count} need you</source>
        <translation>{count} brauchen Hilfe</translation>
    </message>
    <message>
        <source>{count} on the way</source>
        <translation>{count} unterwegs</translation>
    </message>
    <message>
        <source>{done} of {total} handed over</source>
        <translation>{done} von {total} übergeben</translation>
    </message>
    <message>
        <source>{warning} You can still start.</source>
        <translation>{warning} Sie können trotzdem starten.</translation>
    </message>
</context>
<context>
    <name>Serving</name>
    <message>
        <source>End rehearsal</source>
        <translation>Probelauf beenden</translation>
    </message>
    <message>
        <source>Stopped. {computers} did not get the whole file: {who}. Start and switch them on again.</source>
        <translation>Gestoppt. {computers} bekamen nicht die ganze Datei: {who}. Starten Sie erneut und schalten Sie sie wieder ein.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>&amp;API token</source>
        <translation>&amp;API-Token</translation>
    </message>
    <message>
        <source>&amp;Keep them in the keyring of this system</source>
        <translation>Im &amp;Schlüsselbund dieses Systems aufbewahren</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>A&amp;nmelden</translation>
    </message>
    <message>
        <source>&amp;User token</source>
        <translation>&amp;Benutzer-Token</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>API-Token</translation>
    </message>
    <message>
        <source>No keyring runs here, so they are kept in memory until FOG Portable is closed.</source>
        <translation>Hier läuft kein Schlüsselbund, darum bleiben sie im Speicher, bis FOG Portable geschlossen wird.</translation>
    </message>
    <message>
        <source>On {server} both are shown in FOG&apos;s pages: the API token under FOG Configuration, FOG Settings, API System; the user token under Users, your user, API Settings.</source>
        <translation>Auf {server} zeigen die Seiten von FOG beide: das API-Token unter FOG Configuration, FOG Settings, API System; das Benutzer-Token unter Users, Ihr Benutzer, API Settings.</translation>
    </message>
    <message>
        <source>Sign in to FOG</source>
        <translation>Bei FOG anmelden</translation>
    </message>
    <message>
        <source>User token</source>
        <translation>Benutzer-Token</translation>
    </message>
</context>
<context>
    <name>SiteCard</name>
    <message>
        <source>1 other server heard</source>
        <translation>1 anderer Server gehört</translation>
    </message>
    <message>
        <source>A private network only</source>
        <translation>Nur ein privates Netzwerk</translation>
    </message>
    <message>
        <source>An offer that is sent to one computer alone does not pass a switch, so this proves nothing.</source>
        <translation>Ein Angebot, das nur an einen Computer geht, kommt nicht durch einen Switch; es beweist also nichts.</translation>
    </message>
    <message>
        <source>Asking, this takes up to 5 s</source>
        <translation>Frage, das dauert bis zu 5 s</translation>
    </message>
    <message>
        <source>Asks on the chosen cards as a computer would, and takes no address</source>
        <translation>Fragt auf den gewählten Karten wie ein Computer und nimmt keine Adresse an</translation>
    </message>
    <message>
        <source>Boot file</source>
        <translation>Boot-Datei</translation>
    </message>
    <message>
        <source>Boot server</source>
        <translation>Boot-Server</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>FOG Portable falls silent there as soon as another DHCP server is heard.</source>
        <translation>FOG Portable verstummt dort, sobald ein anderer DHCP-Server gehört wird.</translation>
    </message>
    <message>
        <source>Gives addresses</source>
        <translation>Vergibt Adressen</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>Loo&amp;k for DHCP servers</source>
        <translation>Nach DHCP-Ser&amp;vern suchen</translation>
    </message>
    <message>
        <source>Next server</source>
        <translation>Nächster Server</translation>
    </message>
    <message>
        <source>Nobody heard yet</source>
        <translation>Noch niemand gehört</translation>
    </message>
    <message>
        <source>Nobody is listened to</source>
        <translation>Es wird niemandem zugehört</translation>
    </message>
    <message>
        <source>Not heard: {why}</source>
        <translation>Nicht gehört: {why}</translation>
    </message>
    <message>
        <source>Other servers</source>
        <translation>Andere Server</translation>
    </message>
    <message>
        <source>Other servers are listened to while FOG Portable serves.</source>
        <translation>Anderen Servern wird zugehört, solange FOG Portable in Betrieb ist.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Stop loo&amp;king</source>
        <translation>&amp;Vorgang beenden</translation>
    </message>
    <message>
        <source>That was while serving last.</source>
        <translation>Das war beim letzten Betrieb.</translation>
    </message>
    <message>
        <source>This site</source>
        <translation>Dieser Standort</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>What runs now does not leave this laptop.</source>
        <translation>Was jetzt läuft, verlässt diesen Laptop nicht.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>names none</source>
        <translation>nennt keine</translation>
    </message>
    <message>
        <source>{count} other servers heard</source>
        <translation>{count} andere Server gehört</translation>
    </message>
</context>
<context>
    <name>SiteDesk</name>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>This looks like {room}, served on {day}. Use its profile?</source>
        <translation>Das sieht aus wie {room}, zuletzt in Betrieb am {day}. Soll das Profil verwendet werden?</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
</context>
<context>
    <name>StageChips</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>In menu</source>
        <translation>Im Menü</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>Need you</source>
        <translation>Brauchen Hilfe</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>Zeigen: {what}</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Verstummt</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>{count} computers</source>
        <translation>{count} Computer</translation>
    </message>
    <message>
        <source>{count} not seen yet</source>
        <translation>{count} noch nicht gesehen</translation>
    </message>
</context>
<context>
    <name>TaskDialog</name>
    <message>
        <source>&amp;Capture</source>
        <translation>&amp;Aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Deploy to 1 computer</source>
        <translation>Auf 1 Computer &amp;verteilen</translation>
    </message>
    <message>
        <source>&amp;Deploy to {count} computers</source>
        <translation>Auf {count} Computer &amp;verteilen</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>Capture an image</source>
        <translation>Image aufnehmen</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Deploy an image</source>
        <translation>Image verteilen</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Number of computers</source>
        <translation>Anzahl der Computer</translation>
    </message>
    <message>
        <source>S&amp;witch the computers off when it is done</source>
        <translation>Die Computer aus&amp;schalten, wenn es fertig ist</translation>
    </message>
    <message>
        <source>Send it to all at once, by &amp;multicast</source>
        <translation>Per &amp;Multicast an alle auf einmal senden</translation>
    </message>
    <message>
        <source>Switch them &amp;on first, by Wake-on-LAN</source>
        <translation>Sie vorher per Wake-on-LAN &amp;einschalten</translation>
    </message>
    <message>
        <source>Type 1 to confirm: it is the number of computers.</source>
        <translation>Geben Sie zur Bestätigung 1 ein: die Anzahl der Computer.</translation>
    </message>
    <message>
        <source>Type the number of computers, {count}, to confirm.</source>
        <translation>Geben Sie zur Bestätigung die Anzahl der Computer ein: {count}.</translation>
    </message>
    <message>
        <source>the image that FOG has for the computer</source>
        <translation>das Image, das FOG für den Computer hat</translation>
    </message>
</context>
<context>
    <name>TransportCard</name>
    <message>
        <source>80, or 8080</source>
        <translation>80, oder 8080</translation>
    </message>
    <message>
        <source>Folders for one computer or architecture come first</source>
        <translation>Ordner für einen Computer oder eine Architektur gehen vor</translation>
    </message>
    <message>
        <source>HTTP port</source>
        <translation>HTTP-Port</translation>
    </message>
    <message>
        <source>How files travel</source>
        <translation>Wie Dateien übertragen werden</translation>
    </message>
    <message>
        <source>Local ports are written as 50000-50100.</source>
        <translation>Lokale Ports schreibt man als 50000-50100.</translation>
    </message>
    <message>
        <source>Serve HTTP too, and answer UEFI HTTP Boot</source>
        <translation>Auch HTTP bedienen und auf UEFI HTTP Boot antworten</translation>
    </message>
    <message>
        <source>TFTP: all transfers from port 69</source>
        <translation>TFTP: alle Übertragungen von Port 69</translation>
    </message>
    <message>
        <source>TFTP: block numbers go from 65535 to 1</source>
        <translation>TFTP: Blocknummern gehen von 65535 zu 1</translation>
    </message>
    <message>
        <source>TFTP: blocks in a row</source>
        <translation>TFTP: Blöcke in Folge</translation>
    </message>
    <message>
        <source>TFTP: largest block</source>
        <translation>TFTP: größter Block</translation>
    </message>
    <message>
        <source>TFTP: local ports</source>
        <translation>TFTP: lokale Ports</translation>
    </message>
    <message>
        <source>the system&apos;s choice, or 50000-50100</source>
        <translation>die Wahl des Systems, oder 50000-50100</translation>
    </message>
</context>
<context>
    <name>TrayDesk</name>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Show the window</source>
        <translation>&amp;Fenster zeigen</translation>
    </message>
    <message>
        <source>All {computers} are handed over. You can stop now.</source>
        <translation>Alle {computers} sind übergeben. Sie können jetzt stoppen.</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Sto&amp;pp</translation>
    </message>
    <message>
        <source>Serving goes on. The icon here brings the window back.</source>
        <translation>Der Betrieb läuft weiter. Das Symbol hier holt das Fenster zurück.</translation>
    </message>
    <message>
        <source>{computer}: {doing}</source>
        <translation>{computer}: {doing}</translation>
    </message>
    <message>
        <source>{count} computers failed.</source>
        <translation>{count} Computer sind fehlgeschlagen.</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>DHCP requests heard: {count}</source>
        <translation>Gehörte DHCP-Anfragen: {count}</translation>
    </message>
    <message>
        <source>Nothing heard yet. The usual causes, in this order:
1. The switch port stays shut for 30 s after a PC is switched on (spanning tree).
2. The PC hangs in another network or VLAN than this laptop.
3. Network boot is switched off in the firmware of the PC.</source>
        <translation>Noch nichts gehört. Die üblichen Ursachen, in dieser Reihenfolge:
1. Der Switch-Port bleibt nach dem Einschalten eines PCs 30 s zu (Spanning Tree).
2. Der PC hängt in einem anderen Netzwerk oder VLAN als dieser Laptop.
3. Das Booten über das Netzwerk ist in der Firmware des PCs abgeschaltet.</translation>
    </message>
    <message>
        <source>Switch on a PC and choose network boot:</source>
        <translation>Schalten Sie einen PC ein und wählen Sie Netzwerk-Boot:</translation>
    </message>
    <message>
        <source>Waiting for the first computer.</source>
        <translation>Warten auf den ersten Computer.</translation>
    </message>
</context>
<context>
    <name>WakeDesk</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Wake them</source>
        <translation>Auf&amp;wecken</translation>
    </message>
    <message>
        <source>A rehearsal has no computers that could be woken.</source>
        <translation>In einem Probelauf gibt es keine Computer, die man aufwecken könnte.</translation>
    </message>
    <message>
        <source>Switch on {computers}?</source>
        <translation>{computers} einschalten?</translation>
    </message>
    <message>
        <source>Telling {computers} to switch on.</source>
        <translation>Sage {computers}, dass sie starten sollen.</translation>
    </message>
    <message>
        <source>Ten in a second are told. Whoever has no Wake-on-LAN switched on in its firmware stays off.</source>
        <translation>Zehn pro Sekunde bekommen Bescheid. Wessen Firmware kein Wake-on-LAN eingeschaltet hat, bleibt aus.</translation>
    </message>
    <message>
        <source>Wake the whole room</source>
        <translation>Den ganzen Raum aufwecken</translation>
    </message>
    <message>
        <source>Wake-on-LAN was sent to {computers} on {cards}. Those that start show up here.</source>
        <translation>Wake-on-LAN wurde an {computers} auf {cards} gesendet. Wer startet, erscheint hier.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>1 computer</source>
        <translation>1 Computer</translation>
    </message>
    <message>
        <source>Acer</source>
        <translation>Acer</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>Fragt an</translation>
    </message>
    <message>
        <source>Asus</source>
        <translation>Asus</translation>
    </message>
    <message>
        <source>Boot files</source>
        <translation>Boot-Dateien</translation>
    </message>
    <message>
        <source>Dell, Lenovo</source>
        <translation>Dell, Lenovo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>F8 or Esc</source>
        <translation>F8 oder Esc</translation>
    </message>
    <message>
        <source>F9 or F12</source>
        <translation>F9 oder F12</translation>
    </message>
    <message>
        <source>FOG reached</source>
        <translation>FOG erreicht</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>Firewall</translation>
    </message>
    <message>
        <source>HP</source>
        <translation>HP</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation>Image läuft</translation>
    </message>
    <message>
        <source>In menu</source>
        <translation>Im Menü</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Hilfe</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Verstummt</translation>
    </message>
    <message>
        <source>boot.php reached</source>
        <translation>boot.php erreicht</translation>
    </message>
    <message>
        <source>default.ipxe given</source>
        <translation>default.ipxe gegeben</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>heard a minute ago</source>
        <translation>vor einer Minute gehört</translation>
    </message>
    <message>
        <source>heard just now</source>
        <translation>gerade eben gehört</translation>
    </message>
    <message>
        <source>heard {count} hours ago</source>
        <translation>vor {count} Stunden gehört</translation>
    </message>
    <message>
        <source>heard {count} minutes ago</source>
        <translation>vor {count} Minuten gehört</translation>
    </message>
    <message>
        <source>heard {count} seconds ago</source>
        <translation>vor {count} Sekunden gehört</translation>
    </message>
    <message>
        <source>imaging reported by FOG</source>
        <translation>Imaging von FOG gemeldet</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>kernel fetched</source>
        <translation>Kernel geholt</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>nicht gesehen</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>{count} computers</source>
        <translation>{count} Computer</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} Tage</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} percent</source>
        <translation>{count} Prozent</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{sent} of {size} {unit}</source>
        <translation>{sent} von {size} {unit}</translation>
    </message>
</context>
<context>
    <name>_FindingRow</name>
    <message>
        <source>Being checked.</source>
        <translation>Wird geprüft.</translation>
    </message>
</context>
</TS>
