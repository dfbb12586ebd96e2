/** The type of the files a spreadsheet opens. */
export const CSV_TYPE = "text/csv;charset=utf-8";

/** Hands bytes to the person as a file. */
export function downloadFile(fileName: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
