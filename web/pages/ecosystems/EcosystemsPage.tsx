import { useEffect } from "react";
import { AccountMenu } from "../../app/AccountMenu.tsx";
import { Brand, SchemeToggle } from "../../app/Brand.tsx";
import { ConnectionNotice } from "../../app/ConnectionNotice.tsx";
import { WorkNotice } from "../../app/WorkNotice.tsx";
import { CommandCentre } from "../../commands/CommandCentre.tsx";
import { ImportDrop } from "../../import/ImportDrop.tsx";
import { EcosystemList } from "./EcosystemList.tsx";
import "./ecosystems.css";

/** Start page: all ecosystems, one card each. A file dropped anywhere on the page is imported. */
export default function EcosystemsPage() {
  useEffect(() => {
    document.title = "Ecotone";
  }, []);
  return (
    <div className="frame">
      <a className="skip" href="#content">
        Skip to content
      </a>
      <header className="bar">
        <Brand />
        <div className="bar-tools">
          <CommandCentre />
          <SchemeToggle />
          <AccountMenu />
        </div>
      </header>
      <div>
        <ConnectionNotice />
        <WorkNotice />
      </div>
      <main id="content" className="frame-content" tabIndex={-1}>
        <ImportDrop>{(choose) => <EcosystemList choose={choose} />}</ImportDrop>
      </main>
    </div>
  );
}
