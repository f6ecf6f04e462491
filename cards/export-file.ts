import type { Component } from "./components.ts";
import type { Template } from "./template.ts";

/** The file that the card platform's editor exports and imports. */
export interface ExportFile {
  /** JSON inside JSON: schema, variables, expressions, example data. */
  editorData: string;
  /** The compiled drawing. The editor makes it anew when the template is saved; ours only names the title. */
  widgetInfo: string;
  type: "im";
  mode: "card";
}

const PACKAGE = { package: "@ali/dxComponent", version: "1.0.0", main: "./src/index.tsx", destructuring: false };

function componentNames(root: Component): string[] {
  return [root.componentName, ...(root.children ?? []).flatMap(componentNames)];
}

const componentsMap = (root: Component) =>
  [...new Set(componentNames(root))]
    .toSorted()
    .map((componentName) =>
      componentName === "Form"
        ? { devMode: "lowCode", componentName }
        : { ...PACKAGE, exportName: componentName, subName: "", componentName },
    );

const WIDGET = `<LinearLayout
  width="@data{width}"
  height="match_content"
  orientation="vertical">
 <FastTextView
   textSize="15np"
   width="match_parent"
   height="match_content"
   text="@toStr{@data{data.cardData.title}}">

 </FastTextView>

</LinearLayout>
`;

function editorData(template: Template) {
  return {
    schemaVersion: "3.0.0",
    schema: {
      version: "1.0.0",
      componentsMap: componentsMap(template.root),
      componentsTree: [
        { ...template.root, fileName: "board", dataSource: { list: [] }, state: {}, lifeCycles: {}, methods: {} },
      ],
      i18n: {},
    },
    mockData: { cardData: template.example, cardPrivateData: {}, localData: {}, richTextData: {} },
    editVersion: 0,
    customWidgetInfo: "",
    useCustomWidgetInfo: false,
    variableList: template.variables,
    formList: [],
    expList: template.expressions.map(({ name, content, description }) => ({
      private: false,
      type: "string",
      id: name,
      name,
      expContent: content,
      description,
      editorVarType: "expList",
    })),
    localList: [],
    hsfList: [],
    lwpList: [],
    pageData: {},
    extension: {
      extendType: "NORMAL",
      fileTypeList: [{ fileName: "event_chain", fileSource: "{}", fileType: "json" }],
    },
  };
}

export const exportFile = (template: Template): ExportFile => ({
  editorData: JSON.stringify(editorData(template)),
  widgetInfo: WIDGET,
  type: "im",
  mode: "card",
});

/** The file's text, as it lies beside the source. */
export const exportText = (template: Template): string => `${JSON.stringify(exportFile(template), null, 2)}\n`;
