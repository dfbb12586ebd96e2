import icon from "../../assets/icons/icon.svg";

/** The drop, for beside the name; it says nothing by itself. `size` in pixels. */
export function Logo({ size }: { size: number }) {
  return <img src={icon} alt="" width={size} height={size} />;
}
